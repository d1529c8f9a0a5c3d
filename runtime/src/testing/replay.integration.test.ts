import { startLoopback, type Loopback } from '@patchbay/connectors/sdk/testing';
import { createDrawing, runByHand, untilEnded } from '@patchbay/e2e/flows';
import { DIALECTS, openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import {
  drawGraph,
  editFlow,
  putEdit,
  type FlowNode,
  type NodeDrawing,
} from '@patchbay/shared/flows';
import { previewReplay, replayRequestSchema, replayRuns } from '@patchbay/shared/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

describe.each(DIALECTS)('a replay of failed runs, %s', (dialect) => {
  let at: TestHouse;
  let peer: Loopback;
  const keys: string[] = [];
  beforeAll(async () => {
    peer = await startLoopback((request, response) => {
      keys.push(String(request.headers['idempotency-key']));
      response.setHeader('content-type', 'application/json').end('{"id":1}');
    });
    at = await openTestHouse(dialect);
  });
  afterAll(async () => {
    await at?.stop();
    await peer?.stop();
  });

  const nodes = (field: string): Record<string, NodeDrawing> => ({
    start: { kind: 'manual' },
    note: {
      kind: 'action',
      config: { connector: 'http', version: '1.0.0', action: 'request' },
      input: `{ "method": "POST", "url": "${peer.url}/", "idempotencyKey": true }`,
    },
    sum: { kind: 'map', input: `$number(trigger.${field}) + 1` },
  });
  const WIRES = ['start>note', 'note>sum'];
  const failedRuns = async (): Promise<{ id: string; revision: number; runs: string[] }> => {
    const { id, revision } = await createDrawing(at.client, nodes('text'), WIRES);
    const runs: string[] = [];
    for (const n of [1, 2, 3]) {
      const payload = { text: 'x', n };
      const run = await runByHand(at.client, id, { draft: true, payload });
      expect((await untilEnded(at.client, run)).run.status).toBe('failed');
      runs.push(run);
    }
    return { id, revision, runs };
  };
  const request = (runs: string[], more: object) => replayRequestSchema.parse({ runs, ...more });

  it('shows for each what a mended mapping changes, and runs them by it', async () => {
    const { id, revision, runs } = await failedRuns();
    const mended = drawGraph(nodes('n'), WIRES).nodes.sum as FlowNode;
    const edits = [putEdit('Mend', [mended])];
    await at.client.call(editFlow, { params: { id }, body: { revision, edits } });
    const body = request(runs, { version: 'draft' });
    const { items } = await at.client.call(previewReplay, { body });
    expect(items.map(({ step }) => step?.input)).toMatchObject(
      [2, 3, 4].map((actual) => [{ path: '', kind: 'unexpected', actual }]),
    );
    const [one, ...rest] = runs;
    const before = keys.length;
    for (const part of [[one ?? ''], rest]) {
      const started = await at.client.call(replayRuns, { body: { ...body, runs: part } });
      for (const { retry = '' } of started.items)
        expect((await untilEnded(at.client, retry)).run.status).toBe('done');
    }
    // What was done is not done again.
    expect(keys).toHaveLength(before);
  });

  it('patches payloads, and keeps the idempotency keys of the first runs', async () => {
    const { runs } = await failedRuns();
    const first = keys.slice(-3);
    const body = request(runs, { from: 'start', patch: '$merge([trigger, { "text": "41" }])' });
    const { items } = await at.client.call(previewReplay, { body });
    expect(items[0]?.payload).toEqual([
      { path: 'text', kind: 'changed', expected: 'x', actual: '41' },
    ]);
    const started = await at.client.call(replayRuns, { body });
    for (const { retry = '' } of started.items)
      expect((await untilEnded(at.client, retry)).run.status).toBe('done');
    expect(keys.slice(-3).toSorted()).toEqual(first.toSorted());
  });

  it('says of each run why it could not be replayed', async () => {
    const body = request(['nowhere'], { patch: 'trigger' });
    expect((await at.client.call(replayRuns, { body })).items[0]?.problem?.code).toBe('not_found');
    const { runs } = await failedRuns();
    const bad = request(runs, { patch: '1 +' });
    const { items } = await at.client.call(previewReplay, { body: bad });
    expect(items[0]?.problem?.code).toBe('expression_invalid');
  });
});
