import { createDrawing, publishDrawing, untilEnded } from '@patchbay/e2e/flows';
import { until } from '@patchbay/e2e/until';
import { DIALECTS, openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import { isObject, type Json } from '@patchbay/shared/base';
import { drawGraph, editFlow, putEdit } from '@patchbay/shared/flows';
import { listCaptures, listen, listRuns, type RunEvent } from '@patchbay/shared/runs';
import { publishFlow, setLive } from '@patchbay/shared/versions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ECHO = { kind: 'map', input: 'trigger' } as const;
const text = (body: string): RequestInit => ({ method: 'POST', body });
const json = (body: Json, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', ...headers },
});

describe.each(DIALECTS)('webhooks, %s', (dialect) => {
  let at: TestHouse;
  beforeAll(async () => {
    at = await openTestHouse(dialect);
  });
  afterAll(() => at?.stop());

  const hook = (flow: string, init: RequestInit, query = ''): Promise<Response> =>
    fetch(`${at.url}/hooks/${flow}/hook${query}`, init);

  it('make one run of 50 deliveries with one id, and give each the same answer', async () => {
    const config = { answer: 'respond', deliveryHeader: 'webhook-id' };
    const flow = await publishDrawing(
      at.client,
      {
        hook: { kind: 'webhook', config },
        wait: { kind: 'wait', input: '0.2' },
        answer: {
          kind: 'respond',
          input: '{ "status": 201, "headers": { "x-run": run.id }, "body": trigger.body }',
        },
      },
      ['hook>wait', 'wait>answer'],
    );
    const posts = Array.from({ length: 50 }, () =>
      hook(flow, json({ a: 1 }, { 'webhook-id': 'd' })),
    );
    const answers = await Promise.all(posts);
    expect(new Set(answers.map((a) => a.status))).toEqual(new Set([201]));
    expect(new Set(answers.map((a) => a.headers.get('x-run'))).size).toBe(1);
    const bodies = await Promise.all(answers.map((a) => a.text()));
    expect(new Set(bodies)).toEqual(new Set(['{"a":1}']));
    expect((await at.client.call(listRuns, { query: { flow, limit: 10 } })).items).toHaveLength(1);
    const late = await hook(flow, json({ a: 2 }, { 'webhook-id': 'd' }));
    expect([late.status, await late.text()]).toEqual([201, '{"a":1}']);
  });

  it('answer 202 with the run, which a follower can see from its first fact to its last', async () => {
    const flow = await publishDrawing(
      at.client,
      { hook: { kind: 'webhook' }, wait: { kind: 'wait', input: '0.3' }, echo: ECHO },
      ['hook>wait', 'wait>echo'],
    );
    const response = await hook(flow, json([1]));
    expect(response.status).toBe(202);
    const { run } = (await response.json()) as { run: string };
    const whole = await follow(run);
    expect(whole.map((event) => event.seq)).toEqual(whole.map((_, i) => i + 1));
    expect(whole.at(-1)?.type).toBe('run.done');
    for (const seen of [0, 1, whole.length - 1])
      expect(await follow(run, seen), `after ${seen}`).toEqual(whole.slice(seen));
  });

  it('end a stream at once for who has seen the last fact, and refuse one of no run', async () => {
    const flow = await publishDrawing(at.client, { hook: { kind: 'webhook' }, echo: ECHO }, [
      'hook>echo',
    ]);
    const { run } = (await (await hook(flow, json(1))).json()) as { run: string };
    const { events } = await untilEnded(at.client, run);
    const waits: number[] = [];
    for (let i = 0; i < 5; i++) {
      const started = performance.now();
      expect(await follow(run, events.length)).toEqual([]);
      waits.push(performance.now() - started);
    }
    // The best of several: who has to wait for news waits a second each time, on any machine.
    expect(Math.min(...waits)).toBeLessThan(900);
    expect((await at.client.request('/api/runs/nothing/events')).status).toBe(404);
    const odd = { 'last-event-id': 'x' };
    const whole = await at.client.request(`/api/runs/${run}/events`, { headers: odd });
    expect((await whole.text()).match(/^id:/gm)).toHaveLength(events.length);
  });

  it('show a follower who comes back each fact once, whenever it was cut off', async () => {
    const steps = Array.from({ length: 6 }, (_, i) => `w${i}`);
    const flow = await publishDrawing(
      at.client,
      {
        hook: { kind: 'webhook' },
        ...Object.fromEntries(steps.map((id) => [id, { kind: 'wait' as const, input: '0.05' }])),
      },
      ['hook>w0', ...steps.slice(1).map((id, i) => `w${i}>${id}`)],
    );
    const { run } = (await (await hook(flow, json(1))).json()) as { run: string };
    const seen: RunEvent[] = [];
    await until('the last fact', async () => {
      seen.push(...(await follow(run, seen.length, 1 + (seen.length % 3))));
      return seen.at(-1)?.type === 'run.done';
    });
    expect(seen.map((event) => event.seq)).toEqual(seen.map((_, i) => i + 1));
    expect(seen).toEqual((await untilEnded(at.client, run)).events);
  });

  it('stay silent until they are published, except for who listens', async () => {
    const flow = await createDrawing(at.client, { hook: { kind: 'webhook' }, echo: ECHO }, [
      'hook>echo',
    ]);
    const params = { id: flow.id, node: 'hook' };
    expect((await hook(flow.id, text('x'))).status).toBe(404);
    await at.client.call(listen, { params, body: { seconds: 60 } });
    for (let n = 0; n < 23; n++) expect((await hook(flow.id, json({ n }))).status).toBe(202);
    const { items, url, listeningUntil } = await at.client.call(listCaptures, { params });
    expect(url).toBe(`${at.url}/hooks/${flow.id}/hook`);
    expect(listeningUntil).toBeGreaterThan(Date.now());
    const numbers = items.map((item) => bodyOf(item.payload).n);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => 22 - i));
    expect((await at.client.call(listRuns, { query: { flow: flow.id, limit: 9 } })).items).toEqual(
      [],
    );
    await at.client.call(listen, { params, body: { seconds: 0 } });
    expect((await hook(flow.id, text('x'))).status).toBe(404);
  });

  it('run what is live, whatever is drawn meanwhile, and an older version when it is set live', async () => {
    const answer = (input: string): Parameters<typeof publishDrawing>[1] => ({
      hook: { kind: 'webhook', config: { answer: 'respond' } },
      say: { kind: 'respond', input },
    });
    const flow = await createDrawing(at.client, answer('"one"'), ['hook>say']);
    const params = { id: flow.id };
    const says = async (): Promise<string> => (await hook(flow.id, text(''))).text();
    await at.client.call(publishFlow, { params, body: { notes: '' } });
    expect(await says()).toBe('one');
    const { nodes } = drawGraph(answer('"two"'), []);
    const edits = [putEdit('Change', Object.values(nodes))];
    await at.client.call(editFlow, { params, body: { revision: flow.revision, edits } });
    expect(await says()).toBe('one');
    await at.client.call(publishFlow, { params, body: { notes: '' } });
    expect(await says()).toBe('two');
    await at.client.call(setLive, { params, body: { version: 1 } });
    expect(await says()).toBe('one');
    await at.client.call(setLive, { params, body: { version: null } });
    expect((await hook(flow.id, text(''))).status).toBe(404);
  });

  it('answer for a run that fails with its problem, and with 202 when the flow takes too long', async () => {
    const say = { kind: 'respond', input: '1' } as const;
    const failing = await publishDrawing(
      at.client,
      {
        hook: { kind: 'webhook', config: { answer: 'respond' } },
        check: { kind: 'map', input: '$error("No.")' },
        say,
      },
      ['hook>check', 'check>say'],
    );
    const refused = await hook(failing, text(''));
    expect([refused.status, refused.headers.get('content-type')]).toEqual([
      422,
      'application/problem+json',
    ]);
    expect(await refused.json()).toMatchObject({
      code: 'expression_failed',
      at: { node: 'check' },
    });
    const slow = await publishDrawing(
      at.client,
      {
        hook: { kind: 'webhook', config: { answer: 'respond', respondTimeoutMs: 200 } },
        wait: { kind: 'wait', input: '3600' },
        say,
      },
      ['hook>wait', 'wait>say'],
    );
    expect((await hook(slow, text(''))).status).toBe(202);
  });

  it('take only the methods they name', async () => {
    const config = { methods: ['PUT'], answer: 'respond' };
    const flow = await publishDrawing(
      at.client,
      { hook: { kind: 'webhook', config }, say: { kind: 'respond', input: 'trigger.method' } },
      ['hook>say'],
    );
    expect((await hook(flow, { method: 'POST' })).status).toBe(405);
    expect(await (await hook(flow, { method: 'PUT' })).text()).toBe('PUT');
  });

  /** Reads events, from a place, until `count` came or the stream ends. */
  async function follow(run: string, after = 0, count = Infinity): Promise<RunEvent[]> {
    const headers = { 'last-event-id': String(after) };
    const gone = new AbortController();
    const response = await at.client.request(`/api/runs/${run}/events`, {
      headers,
      signal: gone.signal,
    });
    const events: RunEvent[] = [];
    let rest = '';
    for await (const chunk of (response.body as ReadableStream).pipeThrough(
      new TextDecoderStream(),
    )) {
      const messages = `${rest}${chunk}`.split('\n\n');
      rest = messages.pop() ?? '';
      for (const message of messages) {
        const data = /^data: ?(.*)$/m.exec(message)?.[1];
        if (data) events.push(JSON.parse(data) as RunEvent);
      }
      if (events.length >= count) break;
    }
    gone.abort();
    return events;
  }
});

function bodyOf(payload: unknown): { [key: string]: Json } {
  return isObject(payload) && isObject(payload.body) ? payload.body : {};
}
