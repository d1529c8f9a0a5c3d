import { applyEdit, emptyGraph, exampleGraph } from '@patchbay/shared/flows';
import { describe, expect, it } from 'vitest';

import { restoreEdit } from './restore-version.ts';

describe('restoring a version', () => {
  it('is an edit that makes the draft equal to it, whatever was drawn since', () => {
    const graph = exampleGraph();
    const { start: _, ...rest } = graph.nodes;
    const draft = { nodes: rest, edges: {}, vars: { extra: 1 } };
    const edit = restoreEdit(draft, { number: 3, graph });
    expect(edit?.label).toBe('Restore version 3');
    expect(edit && applyEdit(draft, edit)).toEqual(graph);
    expect(edit?.nodes && Object.keys(edit.nodes)).toEqual(['start']);
  });

  it('is nothing when the draft is that version', () => {
    expect(restoreEdit(emptyGraph(), { number: 1, graph: emptyGraph() })).toBeUndefined();
  });
});
