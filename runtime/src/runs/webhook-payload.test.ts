import { describe, expect, it } from 'vitest';

import { webhookPayload } from './webhook-payload.ts';
import { webhookReply } from './webhook-reply.ts';

const BYTES = new Uint8Array([0, 255, 1, 128]);

async function payloadOf(init: RequestInit, path = '/hooks/a/b'): Promise<Record<string, unknown>> {
  const request = new Request(`http://localhost${path}`, init);
  const bytes = new Uint8Array(await request.clone().arrayBuffer());
  return webhookPayload(request, new URL(request.url), bytes);
}

const form = new FormData();
form.append('name', 'Ada');
form.append('tag', 'a');
form.append('tag', 'b');
form.append('file', new File([BYTES], 'x.bin', { type: 'application/x-thing' }));

describe('what a flow sees of a request', () => {
  it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])(
    'its method %s',
    async (method) => {
      expect(await payloadOf({ method })).toMatchObject({ method, body: null });
    },
  );

  it.each<[string, string | undefined, NonNullable<RequestInit['body']>, unknown]>([
    ['JSON', 'application/json', '{"a":[1]}', { a: [1] }],
    ['JSON of a kind of its own', 'application/vnd.api+json; charset=utf-8', '"x"', 'x'],
    ['a form', 'application/x-www-form-urlencoded', 'a=1&b=%C3%A4&a=2', { a: ['1', '2'], b: 'ä' }],
    ['text', 'text/plain', '{"a":1}', '{"a":1}'],
    ['XML', 'application/xml', '<a/>', '<a/>'],
    [
      'bytes',
      'application/pdf',
      BYTES,
      { name: 'body', type: 'application/pdf', size: 4, base64: 'AP8BgA==' },
    ],
  ])('a body of %s', async (_name, type, body, expected) => {
    const headers = { 'content-type': type ?? '' };
    expect((await payloadOf({ method: 'POST', body, headers })).body).toEqual(expected);
  });

  it('a form with files', async () => {
    expect((await payloadOf({ method: 'POST', body: form })).body).toEqual({
      name: 'Ada',
      tag: ['a', 'b'],
      file: { name: 'x.bin', type: 'application/x-thing', size: 4, base64: 'AP8BgA==' },
    });
  });

  it('an unlabelled body by its looks', async () => {
    const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
    const bodies = [' {"a":1}', '[1]', 'plain', ''].map((text) =>
      payloadOf({ method: 'POST', body: bytes(text) }),
    );
    const seen = (await Promise.all(bodies)).map(({ body }) => body);
    expect(seen).toEqual([{ a: 1 }, [1], 'plain', null]);
  });

  it('its query and headers, but nothing that proves who is calling', async () => {
    const headers = {
      'X-Mine': 'yes',
      authorization: 'Bearer x',
      'proxy-authorization': 'x',
      cookie: 'a=b',
    };
    const payload = await payloadOf({ headers }, '/hooks/a/b?q=1&q=2&r=%26');
    expect(payload.query).toEqual({ q: ['1', '2'], r: '&' });
    expect(payload.headers).toEqual({ 'x-mine': 'yes' });
  });

  it.each([
    ['multipart/form-data; boundary=x', 'no boundary here'],
    ['application/json', '{'],
  ])('nothing of a body that is not what it says: %s', async (type, body) => {
    const request = payloadOf({ method: 'POST', body, headers: { 'content-type': type } });
    await expect(request).rejects.toThrow(/can't be read|not JSON/);
  });
});

describe('what a flow answers', () => {
  it.each([
    [
      'a whole answer',
      { status: 201, headers: { 'x-a': 'b' }, body: { ok: true } },
      201,
      '{"ok":true}',
    ],
    ['a bare value', [1, 2], 200, '[1,2]'],
    ['text', 'hi', 200, 'hi'],
    ['nothing', null, 200, 'null'],
    ['no content', { status: 204 }, 204, ''],
    ['a status that is none', { status: 99, body: 'x' }, 500, 'x'],
    ['a status in words', { status: '404', body: 'x' }, 404, 'x'],
  ])('%s', async (_name, value, status, text) => {
    const reply = webhookReply(value);
    expect([reply.status, await reply.text()]).toEqual([status, text]);
  });

  it('never sets what belongs to us, and never runs as a page of ours', () => {
    const { headers } = webhookReply({
      headers: {
        'Set-Cookie': 'a=b',
        'Content-Length': '1',
        'Content-Security-Policy': 'none',
        'content-type': 'text/html',
        'bad name': 'x',
        'x-bad': 'a\r\nb: c',
        'x-list': [1],
        'x-n': 5,
      },
      body: '<script>alert(1)</script>',
    });
    expect([...headers.keys()].toSorted()).toEqual([
      'content-security-policy',
      'content-type',
      'x-content-type-options',
      'x-n',
    ]);
    expect(headers.get('content-security-policy')).toContain('sandbox');
  });
});
