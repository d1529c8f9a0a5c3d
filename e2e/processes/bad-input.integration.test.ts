import { PROBLEMS } from '@patchbay/shared/base';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { publishDrawing } from '#flows';

import { sendRaw } from './raw-request.ts';
import { openWorld, type World } from './world.ts';

const MB = 1024 * 1024;
const CHUNK = Buffer.alloc(MB, 'x');

describe('bad input', () => {
  let world: World;
  let echo: string;

  beforeAll(async () => {
    world = await openWorld('embedded');
    echo = await publishDrawing(
      world.client,
      {
        hook: { kind: 'webhook', config: { answer: 'respond' } },
        say: {
          kind: 'respond',
          input: '{ "body": { "body": trigger.body, "query": trigger.query } }',
        },
      },
      ['hook>say'],
    );
  });
  afterAll(() => world?.stop());
  afterEach(async () => {
    const healthy = await fetch(`${world.api.url}/healthz`);
    if (!healthy.ok) throw new Error('the process was harmed');
  });

  const hook = (body: BodyInit, type = 'application/json', query = ''): Promise<Response> =>
    fetch(`${world.api.url}/hooks/${echo}/hook${query}`, {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    });
  const api = (body: string, type = 'application/json'): Promise<Response> =>
    world.client.request('/api/flows', { method: 'POST', body, headers: { 'content-type': type } });
  const code = async (response: Response): Promise<[number, string]> => {
    const { code: name } = (await response.json()) as { code: keyof typeof PROBLEMS };
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.status).toBe(PROBLEMS[name].status);
    return [response.status, name];
  };

  const keys = (count: number): string =>
    `{${Array.from({ length: count }, (_, i) => `"${i.toString(36)}":1`).join(',')}}`;

  it.each([
    ['malformed JSON', '{"a":', 400, 'json_malformed'],
    ['JSON 100,000 deep', '['.repeat(100_000) + ']'.repeat(100_000), 400, 'json_too_deep'],
    ['brackets that never close', '['.repeat(9 * MB), 400, 'json_too_deep'],
    ['a __proto__ key', '{"a":[{"__proto__":{"x":1}}]}', 400, 'json_forbidden_key'],
    ['an escaped __proto__ key', '{"\\u005f_proto__":{"x":1}}', 400, 'json_forbidden_key'],
    ['11 MB of text', JSON.stringify('x'.repeat(11 * MB)), 413, 'too_large'],
  ])('%s is refused by webhooks and by the api', async (_name, body, status, name) => {
    expect(await code(await hook(body))).toEqual([status, name]);
    expect(await code(await api(body))).toEqual([status, name]);
  });

  it('an object with a million keys is refused, and a wide one goes through', async () => {
    expect(await code(await hook(keys(1_000_000)))).toEqual([413, 'too_large']);
    expect(await code(await api(keys(1_000_000)))).toEqual([413, 'too_large']);
    const wide = keys(20_000);
    expect(await (await hook(wide)).json()).toEqual({ body: JSON.parse(wide), query: {} });
  });

  it.each([
    ['in the query', undefined, '?__proto__=1'],
    ['in a form', 'application/x-www-form-urlencoded', ''],
  ])('a __proto__ field %s is refused', async (_name, type, query) => {
    const body = type ? '__proto__=1' : '{}';
    expect(await code(await hook(body, type, query))).toEqual([400, 'json_forbidden_key']);
  });

  it('a __proto__ field in a multipart form is refused', async () => {
    const form = new FormData();
    form.set('__proto__', '1');
    const response = await fetch(`${world.api.url}/hooks/${echo}/hook`, {
      method: 'POST',
      body: form,
    });
    expect(await code(response)).toEqual([400, 'json_forbidden_key']);
  });

  it('fields that are called like what every object has arrive as they are', async () => {
    const query = '?constructor=1&toString=2&hasOwnProperty=3&valueOf=4';
    const response = await hook(
      'constructor=a&constructor=b',
      'application/x-www-form-urlencoded',
      query,
    );
    expect(await response.json()).toEqual({
      body: { constructor: ['a', 'b'] },
      query: { constructor: '1', toString: '2', hasOwnProperty: '3', valueOf: '4' },
    });
  });

  describe('a body of 50 MB', () => {
    const head = (length: string): string =>
      `POST /hooks/${echo}/hook HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${length}\r\n\r\n`;

    it('is refused by its length before it is sent', async () => {
      const answer = await sendRaw(world.api.url, [head(`Content-Length: ${50 * MB}`)]);
      expect([answer.status, answer.text]).toEqual([413, expect.stringContaining('10 MB')]);
    });

    it('is refused in chunks once it is too much', async () => {
      const chunks = function* (): Generator<string | Buffer> {
        yield head('Transfer-Encoding: chunked');
        for (let i = 0; i < 50; i++) {
          yield `${MB.toString(16)}\r\n`;
          yield CHUNK;
          yield '\r\n';
        }
      };
      const answer = await sendRaw(world.api.url, chunks());
      expect([answer.status, answer.text]).toEqual([413, expect.stringContaining('10 MB')]);
    });

    it('that says it is short is cut at what it said', async () => {
      const answer = await sendRaw(world.api.url, [head('Content-Length: 2'), '{}', CHUNK, CHUNK]);
      expect([200, 400]).toContain(answer.status);
    });

    it('with two lengths, or a length that is none, is refused', async () => {
      for (const lie of [
        'Content-Length: 2\r\nContent-Length: 20',
        'Content-Length: -1',
        'Content-Length: many',
        'Content-Length: 2\r\nTransfer-Encoding: chunked',
      ])
        expect([lie, (await sendRaw(world.api.url, [head(lie), '{}'])).status]).toEqual([lie, 400]);
    });
  });

  it('unknown fields and unfit values are refused with their place', async () => {
    const wrong: [string, object, string][] = [
      ['/api/connections', { id: 'x', projectId: 'y' }, 'name'],
      ['/api/secrets', { value: 'x', ownerId: 'me' }, ''],
      ['/api/flows', { name: '' }, 'name'],
      ['/api/flows', { name: 'x', graph: { nodes: { a: { kind: 'evil' } }, edges: {} } }, 'graph'],
    ];
    for (const [path, body, field] of wrong) {
      const response = await world.client.request(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      });
      const problem = (await response.json()) as { code: string; at: { field: string } };
      expect([path, response.status, problem.code]).toEqual([path, 400, 'invalid_input']);
      expect(problem.at.field).toContain(field);
    }
    expect(await code(await api('name=x', 'application/x-www-form-urlencoded'))).toEqual([
      415,
      'unsupported_media',
    ]);
  });

  it('what no database stores is refused in words', async () => {
    for (const name of ['a\u0000b', '\ud800', 'x\ude00']) {
      const graph = { nodes: {}, edges: {}, vars: { text: name } };
      for (const body of [{ name }, { name: 'x', graph }])
        expect(await code(await api(JSON.stringify(body)))).toEqual([400, 'invalid_input']);
    }
    expect((await api('{"name":"a\\ud83d\\ude00b"}')).status).toBe(200);
    for (const path of ['/api/flows/%00', '/api/runs/%00', '/hooks/%00/%00', '/api/runs?flow=%00'])
      expect(await code(await world.client.request(path))).toEqual([400, 'invalid_input']);
  });

  it('a request that another site starts is refused, whoever is signed in', async () => {
    for (const origin of ['https://evil.example', 'null', `${world.api.url}.evil.example`]) {
      const response = await world.client.request('/api/flows', {
        method: 'POST',
        body: '{"name":"x"}',
        headers: { 'content-type': 'application/json', origin },
      });
      expect([response.status, origin]).toEqual([403, origin]);
    }
    const own = { 'content-type': 'application/json', origin: world.api.url };
    const init = { method: 'POST', body: '{"name":"x"}', headers: own };
    expect((await world.client.request('/api/flows', init)).status).toBe(200);
  });
});
