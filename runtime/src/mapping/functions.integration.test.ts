import { createDrawing, publishDrawing, runByHand, untilEnded } from '@patchbay/e2e/flows';
import { DIALECTS, openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import { listAudit } from '@patchbay/shared/audit';
import { checkFlow } from '@patchbay/shared/flows';
import {
  deleteFunction,
  evaluate,
  functionUses,
  listFunctions,
  saveFunction,
} from '@patchbay/shared/mapping';
import { foldRun } from '@patchbay/shared/runs';
import { publishFlow } from '@patchbay/shared/versions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const GROSS = {
  parameters: ['net'],
  body: '$round($net * 1.15, 2)',
  description: 'With tax',
  examples: [{ expression: '$gross(10)', result: 11.5 }],
};
const named = (name: string) => ({ params: { name } });

describe.each(DIALECTS)('functions of the project, %s', (dialect) => {
  let at: TestHouse;
  beforeAll(async () => {
    at = await openTestHouse(dialect);
  });
  afterAll(() => at?.stop());

  const gives = async (flow: string, draft = false): Promise<unknown> => {
    const { run, events } = await untilEnded(
      at.client,
      await runByHand(at.client, flow, { payload: { net: 100 }, draft }),
    );
    const step = foldRun(events).steps['bill'];
    return step?.output && 'value' in step.output ? step.output.value : run.status;
  };

  it('are checked, called in flows, and stay as they were in what was published', async () => {
    const { client } = at;
    const nodes = {
      start: { kind: 'manual' },
      bill: { kind: 'map', input: '{ "gross": $gross(trigger.net) }' },
    } as const;
    const { id } = await createDrawing(client, nodes, ['start>bill']);
    const problems = async () => (await client.call(checkFlow, { params: { id } })).problems;
    expect((await problems())[0]?.message).toBe('There is no function $gross.');

    const made = await client.call(saveFunction, { ...named('gross'), body: GROSS });
    expect(made.revision).toBe(1);
    expect(await problems()).toEqual([]);
    await client.call(publishFlow, { params: { id }, body: { notes: '' } });
    expect(await gives(id)).toEqual({ gross: 115 });

    const edited = { ...GROSS, body: '$round($net * 1.2, 2)', revision: 1 };
    await expect(client.call(saveFunction, { ...named('gross'), body: edited })).rejects.toThrow(
      'The example $gross(10) gives 12, not 11.5.',
    );
    const examples = [{ expression: '$gross(10)', result: 12 }];
    await client.call(saveFunction, { ...named('gross'), body: { ...edited, examples } });
    expect(await gives(id), 'the live version').toEqual({ gross: 115 });
    expect(await gives(id, true), 'the draft').toEqual({ gross: 120 });
    const asked = { expressions: ['$gross(1) & "!"', '1 + $gross(2) + $nett(1)'], document: {} };
    const { results } = await client.call(evaluate, { body: asked });
    expect(results[0]).toEqual({ ok: true, value: '1.2!' });
    expect(results[1]).toMatchObject({ problem: { at: { offset: 21 } } });

    const late = { ...GROSS, revision: 1 };
    await expect(client.call(saveFunction, { ...named('gross'), body: late })).rejects.toThrow(
      'was changed or deleted meanwhile',
    );
    const { items } = await client.call(listAudit, {
      query: { subject: 'function:gross', limit: 10 },
    });
    expect(items.map(({ action }) => action)).toEqual([
      'mapping.saveFunction',
      'mapping.saveFunction',
    ]);
  });

  it('are refused when they can not work, or break another', async () => {
    const save = (name: string, change: object) =>
      at.client.call(saveFunction, { ...named(name), body: { ...GROSS, examples: [], ...change } });
    await expect(save('sum', {})).rejects.toThrow('There is a function $sum already.');
    await expect(save('x', { body: '$net +' })).rejects.toThrow('does not parse');
    await expect(save('x', { body: 'trigger.net' })).rejects.toThrow('sees only its parameters');
    const hangs = { body: '$x($net)', examples: [{ expression: '$x(1)', result: 1 }] };
    await expect(save('x', hangs)).rejects.toThrow('did not finish within 2 s');
    await save('base', { body: '$net' });
    await save('twice', {
      body: '$base($net) * 2',
      examples: [{ expression: '$twice(2)', result: 4 }],
    });
    await expect(save('base', { body: '$net + 1', revision: 1 })).rejects.toThrow(
      'The example $twice(2) gives 6, not 4.',
    );
  });

  it('tell who calls them, and are gone from drafts alone when they are deleted', async () => {
    const { client } = at;
    const flow = await publishDrawing(
      client,
      { start: { kind: 'manual' }, bill: { kind: 'map', input: '$base(trigger.net)' } },
      ['start>bill'],
    );
    const uses = await client.call(functionUses, named('base'));
    expect(uses).toEqual({ flows: [{ id: flow, name: 'Test' }], functions: ['twice'] });
    await client.call(deleteFunction, named('base'));
    const { items } = await client.call(listFunctions, {});
    expect(items.map(({ name }) => name)).not.toContain('base');
    expect(await gives(flow)).toBe(100);
    expect((await client.call(checkFlow, { params: { id: flow } })).problems).toHaveLength(1);
  });
});
