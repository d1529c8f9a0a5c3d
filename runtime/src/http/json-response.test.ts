import { gunzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { jsonResponse } from './json-response.ts';

const asking = (accepts: string): Request =>
  new Request('http://x/', { headers: { 'accept-encoding': accepts } });
const large = { rows: Array.from({ length: 10_000 }, (_, n) => ({ n, name: 'Ärmel' })) };

describe('an answer of the API', () => {
  it('is packed when it is large and the other side takes that', async () => {
    const answer = await jsonResponse(large, new Headers({ 'x-more': 'kept' }), asking('br, gzip'));
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.headers.get('x-more')).toBe('kept');
    const packed = Buffer.from(await answer.arrayBuffer());
    expect(packed.length).toBeLessThan(JSON.stringify(large).length / 5);
    expect(JSON.parse(gunzipSync(packed).toString())).toEqual(large);
  });

  it.each([
    ['it is small', { ok: true }, 'gzip'],
    ['the other side does not take it', large, 'br'],
  ])('is sent as it is when %s', async (_title, value, accepts) => {
    const answer = await jsonResponse(value, new Headers(), asking(accepts));
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(await answer.json()).toEqual(value);
  });
});
