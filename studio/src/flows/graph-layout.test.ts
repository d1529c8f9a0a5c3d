import { applyEdit, wire } from '@patchbay/shared/flows';
import { expect, test } from 'vitest';

import { layoutEdit } from './graph-layout.ts';
import { rectOf } from './node-geometry.ts';
import { graphOf, step } from './random-graph.ts';

test('a group stands between what leads into it and what follows it', () => {
  const group = step('g', 0, 0, { kind: 'group', config: { folded: false } });
  const inside = { parent: 'g' };
  const drawn = graphOf(
    [step('end'), group, step('a', 0, 0, inside), step('b', 0, 0, inside), step('start')],
    [wire('start', 'out', 'a'), wire('a', 'out', 'b'), wire('b', 'out', 'end')],
  );
  const graph = applyEdit(drawn, layoutEdit(drawn));
  const [start, box, end] = ['start', 'g', 'end'].map((id) => {
    const node = graph.nodes[id];
    if (!node) throw new Error(`${id} is gone`);
    return rectOf(graph, node);
  });
  expect(box?.x).toBeGreaterThan((start?.x ?? 0) + (start?.width ?? 0));
  expect(end?.x).toBeGreaterThan((box?.x ?? 0) + (box?.width ?? 0));
});
