import { createHmac } from 'node:crypto';

import type { SignatureConfig } from '@patchbay/shared/flows';
import { describe, expect, it } from 'vitest';

import { checkSignature } from './signature.ts';

interface Vector {
  name: string;
  config: SignatureConfig;
  secret: string;
  headers: Record<string, string>;
  body: string;
  /** Seconds since 1970 at which it was signed. */
  at: number;
}

const hmac = (secret: string, text: string, encoding: 'hex' | 'base64'): string =>
  createHmac('sha256', secret).update(text).digest(encoding);

const SLACK_BODY =
  'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';

// GitHub, Slack and Standard Webhooks as their documentation publishes them.
const vectors: Vector[] = [
  {
    name: 'GitHub',
    config: { scheme: 'github' },
    secret: "It's a Secret to Everybody",
    headers: {
      'x-hub-signature-256':
        'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
    },
    body: 'Hello, World!',
    at: 0,
  },
  {
    name: 'Slack',
    config: { scheme: 'slack' },
    secret: '8f742231b10e8888abcd99yyyzzz85a5',
    headers: {
      'x-slack-request-timestamp': '1531420618',
      'x-slack-signature': 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    },
    body: SLACK_BODY,
    at: 1_531_420_618,
  },
  {
    name: 'Standard Webhooks',
    config: { scheme: 'standard-webhooks' },
    secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    headers: {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature':
        'v1,bm9zdWNoc2lnbmF0dXJl v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    },
    body: '{"test": 2432232314}',
    at: 1_614_265_330,
  },
  {
    name: 'Stripe',
    config: { scheme: 'stripe' },
    secret: 'whsec_test',
    headers: {
      'stripe-signature': `t=1700000000,v1=${'0'.repeat(64)},v1=${hmac('whsec_test', '1700000000.{}', 'hex')}`,
    },
    body: '{}',
    at: 1_700_000_000,
  },
  {
    name: 'Shopify',
    config: { scheme: 'shopify' },
    secret: 'hush',
    headers: { 'x-shopify-hmac-sha256': hmac('hush', '{"id":1}', 'base64') },
    body: '{"id":1}',
    at: 0,
  },
  {
    name: 'a scheme of one’s own',
    config: { scheme: 'custom', header: 'X-Sign', prefix: 'hmac ', encoding: 'base64' },
    secret: 'hush',
    headers: { 'x-sign': `hmac ${hmac('hush', 'ä', 'base64')}` },
    body: 'ä',
    at: 0,
  },
];

const check = ({ config, secret, headers, body, at }: Vector, seconds = 0): void =>
  checkSignature({
    config,
    secret,
    headers: new Headers(headers),
    body: Buffer.from(body),
    now: (at + seconds) * 1000,
  });

describe.each(vectors)('a request signed as by $name', (vector) => {
  it('is taken', () => {
    expect(() => check(vector)).not.toThrow();
    expect(() => check(vector, 299)).not.toThrow();
  });

  it('is refused with another body, another secret, or no signature', () => {
    expect(() => check({ ...vector, body: `${vector.body} ` })).toThrow('does not fit');
    expect(() => check({ ...vector, secret: 'whsec_b3RoZXI=' })).toThrow('does not fit');
    expect(() => check({ ...vector, headers: {} })).toThrow('is missing');
    const broken = Object.entries(vector.headers).map(([name, value]) => [
      name,
      value.slice(0, -6),
    ]);
    expect(() => check({ ...vector, headers: Object.fromEntries(broken) })).toThrow('signature');
  });
});

describe.each(vectors.filter(({ at }) => at > 0))('a request signed as by $name', (vector) => {
  it.each([301, -301])('is refused %i s off', (seconds) => {
    expect(() => check(vector, seconds)).toThrow('too old');
  });

  it('is refused with a time that is none, or that was not signed', () => {
    for (const time of ['', 'now', 'NaN', String(vector.at + 1)]) {
      const headers = Object.entries(vector.headers).map(([name, value]) => [
        name,
        name.endsWith('timestamp') ? time : value.replace(/t=\d+/, `t=${time}`),
      ]);
      expect(() => check({ ...vector, headers: Object.fromEntries(headers) })).toThrow(/signature/);
    }
  });
});
