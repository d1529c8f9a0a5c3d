import { checkGraph } from '@patchbay/shared/flows';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { randomGraph } from './random-graph.ts';
import { Rig } from './rig.ts';

describe('a run that is stopped and resumed', () => {
  it('ends the same way after a crash at every single journal write, and repeats no completed step', async () => {
    await fc.assert(
      fc.asyncProperty(randomGraph, async (graph) => {
        const calm = new Rig(graph);
        const expected = await calm.runToEnd();
        for (let crashAt = 0; crashAt < calm.journal.length; crashAt++) {
          const rough = new Rig(graph, { crashAt });
          expect(await rough.runToEnd(), `crash after ${crashAt} writes`).toEqual(expected);
          expect(rough.repeated).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gets graphs that pass our own check', () => {
    fc.assert(
      fc.property(randomGraph, (graph) => {
        expect(checkGraph(graph)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
