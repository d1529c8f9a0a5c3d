import { publishDrawing, runByHand, untilEnded } from '@patchbay/e2e/flows';
import { DIALECTS, openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import { INLINE_BYTES } from '@patchbay/shared/base';
import { documentShape, driftOf, shapeChanges } from '@patchbay/shared/mapping';
import { acceptShapes, getShapes } from '@patchbay/shared/runs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { watchShapes } from './watch-shapes.ts';

const INPUT = '{ "due": trigger.order.due, "n": trigger.order.no, "s": steps.crm.name }';

describe.each(DIALECTS)('the shapes of production payloads, %s', (dialect) => {
  let at: TestHouse;
  beforeAll(async () => {
    at = await openTestHouse(dialect);
  });
  afterAll(() => at?.stop());

  const run = async (flow: string, order: object): Promise<void> => {
    await untilEnded(at.client, await runByHand(at.client, flow, { payload: { order } }));
  };
  const drift = async (flow: string): Promise<string[]> => {
    const { usual, latest } = await at.client.call(getShapes, { params: { id: flow } });
    const changes = shapeChanges(documentShape(usual), documentShape(latest));
    const hits = driftOf(INPUT, changes);
    return changes.map(({ change, path }) => {
      const hit = hits.find((one) => one.path === path);
      return [change, path.join('.'), ...(hit?.fields.flat() ?? [])].join(' ');
    });
  };

  it('are learned from runs, tell what changed and which fields it hits, until that is right', async () => {
    const flow = await publishDrawing(
      at.client,
      {
        start: { kind: 'manual' },
        crm: { kind: 'map', input: '{ "name": "Ada", "more": trigger.order.more }' },
        bill: { kind: 'map', input: INPUT },
      },
      ['start>crm', 'crm>bill'],
    );
    expect(await drift(flow)).toEqual([]);
    await run(flow, { no: 1, due: '2026-01-01' });
    await watchShapes(at.house.db);
    expect(await drift(flow)).toEqual([]);

    await run(flow, { no: '2', coupon: 'x' });
    const broken = [
      'changed trigger.order.no n',
      'missing trigger.order.due due',
      'new trigger.order.coupon',
    ];
    expect((await drift(flow)).toSorted()).toEqual(broken);
    await watchShapes(at.house.db);
    await run(flow, { no: '3', coupon: 'x', more: true });
    await watchShapes(at.house.db);
    expect((await drift(flow)).toSorted(), 'what hits a mapping is never learned').toEqual(
      [...broken, 'new steps.crm.more', 'new trigger.order.more'].toSorted(),
    );

    // So large that it is kept beside the journal.
    await run(flow, { no: '4', coupon: 'x', more: true, note: 'x'.repeat(INLINE_BYTES) });
    expect(await drift(flow)).toContain('new trigger.order.note');

    await at.client.call(acceptShapes, { params: { id: flow } });
    expect(await drift(flow)).toEqual([]);
    const { usual } = await at.client.call(getShapes, { params: { id: flow } });
    expect(JSON.stringify(usual)).not.toContain('2026');
  });
});
