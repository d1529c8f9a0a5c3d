import { wire } from '@patchbay/shared/flows';
import { expect, test } from 'vitest';

import { walk } from './graph-walk.ts';
import { graphOf, step } from './random-graph.ts';

const choice = step('c', 300, 0, {
  kind: 'choice',
  config: { cases: [{ id: 'yes', label: 'Yes', when: 'true' }] },
});
const loop = step('l', 600, 0, {
  kind: 'loop',
  config: { concurrency: 1, onItemError: 'stop' },
});
const graph = graphOf(
  [
    step('start'),
    choice,
    loop,
    step('in', 40, 80, { parent: 'l' }),
    step('no', 600, 400),
    step('end', 1300, 0),
  ],
  [
    wire('start', 'out', 'c'),
    wire('c', 'yes', 'l'),
    wire('c', 'else', 'no'),
    wire('l', 'item', 'in'),
    wire('l', 'out', 'end'),
  ],
);

test.each([
  [undefined, 'right', 'start'],
  ['start', 'right', 'c'],
  ['c', 'right', 'l'],
  ['l', 'right', 'in'],
  ['in', 'left', 'l'],
  ['l', 'left', 'c'],
  ['c', 'left', 'start'],
  ['no', 'up', 'in'],
  ['in', 'down', 'no'],
  ['start', 'left', undefined],
] as const)('from %s, %s leads to %s', (from, way, to) => {
  expect(walk(graph, from, way)).toBe(to);
});

test('a folded group is walked over as one, and never into', () => {
  const group = step('g', 300, 0, { kind: 'group', config: { folded: true } });
  const inside = { parent: 'g' };
  const folded = graphOf(
    [step('start'), group, step('a', 40, 80, inside), step('b', 340, 80, inside), step('end', 900)],
    [wire('start', 'out', 'a'), wire('a', 'out', 'b'), wire('b', 'out', 'end')],
  );
  expect(walk(folded, 'start', 'right')).toBe('g');
  expect(walk(folded, 'g', 'right')).toBe('end');
  expect(walk(folded, 'end', 'left')).toBe('g');
  // What a search found inside is left as the group is.
  expect(walk(folded, 'b', 'left')).toBe('start');
});
