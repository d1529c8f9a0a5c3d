import { basicAuth, bearerAuth } from '@patchbay/connectors/sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { redact, spellingsOf } from './redact.ts';

const SECRET = 'pä55+/w0rd=&?';

describe('secrets in what another system answers', () => {
  const spellings = spellingsOf(bearerAuth(), { token: SECRET });

  it.each([
    ['as they are', SECRET],
    ['in base64', Buffer.from(SECRET).toString('base64')],
    ['in base64 for addresses', Buffer.from(SECRET).toString('base64url')],
    ['in an address', encodeURIComponent(SECRET)],
    ['in a form', new URLSearchParams({ a: SECRET }).toString().slice(2)],
  ])('are blanked %s, wherever they stand', (_name, spelling) => {
    const answer = { a: [`Bearer ${spelling}!`], [spelling]: { deep: spelling }, n: 1, no: null };
    const shown = { a: ['Bearer [secret]!'], '[secret]': { deep: '[secret]' }, n: 1, no: null };
    expect(redact(answer, spellings)).toEqual(shown);
  });

  it('are blanked in the pair that HTTP Basic makes of them', () => {
    const fields = { username: 'ada', password: SECRET };
    const pair = Buffer.from(`ada:${SECRET}`).toString('base64');
    const text = redact(`Basic ${pair}`, spellingsOf(basicAuth(), fields));
    expect(text).toBe('Basic [secret]');
  });

  it('leave names and short words alone', () => {
    const fields = { username: 'administrator', password: 'root' };
    expect(redact('administrator root', spellingsOf(basicAuth(), fields))).toBe(
      'administrator root',
    );
  });

  it('cost nothing where there are none: the same value comes back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(redact(value, ['never-in-any-value-of-these'])).toBe(value);
      }),
    );
  });
});
