import { describe, expect, it } from 'vitest';

import type { Json } from '#base';

import { Masker } from './mask.ts';

function masked(value: Json): Json {
  const masker = new Masker();
  masker.learn(value);
  return masker.mask(value);
}

describe('masking', () => {
  it.each<[string, Json, string]>([
    ['an address of mail anywhere', { note: 'write to jo@firm.io soon' }, 'jo@firm.io'],
    ['an IBAN', { x: 'DE89 3704 0044 0532 0130 00' }, '3704'],
    ['a telephone number', { x: 'call +49 (30) 901820' }, '901820'],
    ['a card that passes its check digit', { x: '4111 1111 1111 1111' }, '4111'],
    ['a header that signs in', { headers: { Authorization: 'Bearer abcdef123' } }, 'abcdef123'],
    ['a key by its name', { api_key: 'q' }, '"q"'],
    ['the name of a person', { customer: { name: 'Jo' } }, '"Jo"'],
    ['a name beside an address', { who: { name: 'Jo', email: 'j@x.io' } }, '"Jo"'],
    ['a street', { ship: { street: '5 High St' } }, 'High'],
    ['a JSON web token', { x: 'eyJhbGciOi.eyJzdWIiOi.sig-1' }, 'eyJzdWIiOi'],
  ])('takes out %s', (_what, value, hidden) => {
    expect(JSON.stringify(masked(value))).not.toContain(hidden);
  });

  it.each<[string, Json]>([
    ['a product', { product: { name: 'Desk', sku: 'D-1', price: 4 } }],
    ['an id that is all digits', { id: '11111111-1111-4111-8111-111111111111' }],
    ['an order number that is no card', { order: '4111111111111112' }],
    ['times, ids and flags', { at: '2026-01-01T00:00:00Z', id: 'a1', ok: true, n: null }],
  ])('leaves %s as it is', (_what, value) => {
    expect(masked(value)).toEqual(value);
  });

  it('keeps equal what was equal, inside texts too', () => {
    const value = { email: 'jo@firm.io', text: 'For jo@firm.io', list: ['jo@firm.io'] };
    const { email, text, list } = masked(value) as typeof value;
    expect(text).toBe(`For ${email}`);
    expect(list).toEqual([email]);
  });
});
