import { connectors } from '@patchbay/connectors/registry';
import type { SignatureRule } from '@patchbay/shared/catalog';
import type { SignatureConfig } from '@patchbay/shared/flows';
import { describe, expect, it } from 'vitest';

import { ruleOf } from './signature-schemes.ts';
import { checkSignature } from './signature.ts';

interface Vector {
  name: string;
  rule: SignatureRule;
  secret: string;
  headers: Record<string, string>;
  body: string;
  /** Seconds since 1970 at which it was signed; 0 when no time is signed. */
  at: number;
  url?: string;
}

const SLACK_BODY =
  'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
const SENDGRID_EVENT = {
  email: 'hello@world.com',
  event: 'dropped',
  reason: 'Bounced Address',
  sg_event_id: 'ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA',
  sg_message_id: 'LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0',
  'smtp-id': '<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>',
  timestamp: 1_600_112_492,
};
const scheme = (config: SignatureConfig): SignatureRule => ruleOf(config);

/** The rule that a connector's manifest has for `<connector>/<trigger>`. */
function declared(name: string): SignatureRule {
  const [id, trigger = ''] = name.split('/');
  const known = connectors.find(({ manifest }) => manifest.id === id)?.manifest.triggers[trigger];
  const rule = known?.type === 'webhook' ? known.verify : undefined;
  if (!rule) throw new Error(`${name} has no rule`);
  return rule;
}

// GitHub, Slack, Standard Webhooks, Twilio and SendGrid as these publish them; the others were signed
// by Python's hmac and cryptography.
const vectors: Vector[] = [
  {
    name: 'GitHub',
    rule: scheme({ scheme: 'github' }),
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
    rule: scheme({ scheme: 'slack' }),
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
    rule: scheme({ scheme: 'standard-webhooks' }),
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
    rule: scheme({ scheme: 'stripe' }),
    secret: 'whsec_test',
    headers: {
      'stripe-signature': `t=1700000000,v1=${'0'.repeat(64)},v1=35495024f4ef3f94e5a93e22221544c4b75e9a42300cd965ab81cb85cd994e91`,
    },
    body: '{}',
    at: 1_700_000_000,
  },
  {
    name: 'Shopify',
    rule: scheme({ scheme: 'shopify' }),
    secret: 'hush',
    headers: { 'x-shopify-hmac-sha256': 'VnKUjZsLuN5iZWjn5EntcBVCF9kMN43LglzCE1/GSeY=' },
    body: '{"id":1}',
    at: 0,
  },
  {
    name: 'a scheme of one’s own',
    rule: scheme({ scheme: 'custom', header: 'X-Sign', prefix: 'hmac ', encoding: 'base64' }),
    secret: 'hush',
    headers: { 'x-sign': 'hmac M3S0D1h1I+eVAo+Zz0Ly19N+bHObMMH/bUaTVEdm5W0=' },
    body: 'ä',
    at: 0,
  },
  {
    name: 'HubSpot',
    rule: declared('hubspot/reported'),
    secret: 'client-secret',
    headers: {
      'x-hubspot-request-timestamp': '1700000000000',
      'x-hubspot-signature-v3': 're6Jake0cLZ41Pv5HERCCUTXMtnv3DHSEc9M3b/TF3s=',
    },
    body: '{"eventId":1,"subscriptionType":"contact.creation"}',
    at: 1_700_000_000,
    url: 'https://bay.example/hooks/r1',
  },
  {
    name: 'Airtable',
    rule: declared('airtable/told'),
    secret: 'YSBtYWMgc2VjcmV0IG9mIGFpcnRhYmxl',
    headers: {
      'x-airtable-content-mac':
        'hmac-sha256=565f45f69b7c9bccaf57105abbabbb88eae80e081384119604c4d34ad7dcc8e7',
    },
    body: '{"base":{"id":"appX"}}',
    at: 0,
  },
  {
    name: 'Xero',
    rule: declared('xero/webhook'),
    secret: 'xero-key',
    headers: { 'x-xero-signature': 'a4MyLklystYKD/ER0Ua0jo3cZjkNGnyliTmaR8nJIbE=' },
    body: '{"events":[]}',
    at: 0,
  },
  {
    name: 'Notion',
    rule: declared('notion/reported'),
    secret: 'secret_tMrlL1qK5vuQAh1b6cZGhFChZTSYJlce98V0pYn7yBl',
    headers: {
      'x-notion-signature':
        'sha256=140cc6d8e9a13de804e6f18bd4f9cadc94053d53af5e86b63d069b018780b902',
    },
    body: '{"verification_token":"x"}',
    at: 0,
  },
  {
    name: 'QuickBooks',
    rule: declared('quickbooks/recordReported'),
    secret: 'verifier',
    headers: { 'intuit-signature': 'bMlzRCQm2LZWdYu47/x0QKWgW3o3rEKU8Shp+xkpYaE=' },
    body: '{"eventNotifications":[]}',
    at: 0,
  },
  {
    name: 'Twilio',
    rule: declared('twilio/messageReported'),
    secret: '12345',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': 'RSOYDt4T1cUTdK1PDd93/VVr8B8=',
    },
    body: 'CallSid=CA1234567890ABCDE&To=%2B18005551212&From=%2B14158675309&Digits=1234&Caller=%2B14158675309',
    at: 0,
    url: 'https://mycompany.com/myapp.php?foo=1&bar=2',
  },
  {
    name: 'SendGrid',
    rule: declared('sendgrid/mailReported'),
    secret:
      'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==',
    headers: {
      'x-twilio-email-event-webhook-timestamp': '1600112502',
      'x-twilio-email-event-webhook-signature':
        'MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=',
    },
    body: `${JSON.stringify([SENDGRID_EVENT])}\r\n`,
    at: 1_600_112_502,
  },
  {
    name: 'Discord',
    rule: declared('discord/reported'),
    secret: '03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8',
    headers: {
      'x-signature-timestamp': '1700000000',
      'x-signature-ed25519':
        '586e5d2c907ec33b8055a68418effa084a28babfe0c5b8f80ddd3198606d501ea173225ce602c3ed2330052cdc89691283270e104de5d6242003559406c22f03',
    },
    body: '{"type":0}',
    at: 1_700_000_000,
  },
];

const check = (vector: Vector, seconds = 0): void => {
  const { rule, secret, headers, body, at, url = 'https://bay.example/hooks/a/b' } = vector;
  checkSignature({
    rule,
    secret,
    method: 'POST',
    url,
    headers: new Headers(headers),
    body: Buffer.from(body),
    now: (at + seconds) * 1000,
  });
};

describe.each(vectors)('a request signed as by $name', (vector) => {
  it('is taken', () => {
    expect(() => check(vector)).not.toThrow();
    expect(() => check(vector, 299)).not.toThrow();
  });

  it('is refused with another body, another secret, or no signature', () => {
    expect(() => check({ ...vector, body: `${vector.body} ` })).toThrow('does not fit');
    expect(() => check({ ...vector, secret: 'b3RoZXI=' })).toThrow('does not fit');
    expect(() => check({ ...vector, headers: {} })).toThrow('is missing');
    const broken = Object.entries(vector.headers).map(([name, value]) => [
      name,
      value.slice(0, -6),
    ]);
    expect(() => check({ ...vector, headers: Object.fromEntries(broken) })).toThrow('signature');
  });
});

const limited = vectors.filter(({ rule }) => rule.toleranceS);

describe.each(limited)('a request signed as by $name', (vector) => {
  it.each([301, -301])('is refused %i s off', (seconds) => {
    expect(() => check(vector, seconds)).toThrow('too old');
  });
});

const timed = vectors.filter(({ at }) => at > 0);

describe.each(timed)('a request signed as by $name', (vector) => {
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

describe('a request that holds the secret itself', () => {
  const plain: Vector = {
    name: 'Telegram',
    rule: declared('telegram/received'),
    secret: 'hush',
    headers: { 'x-telegram-bot-api-secret-token': 'hush' },
    body: '{}',
    at: 0,
  };

  it('is taken with it, and with nothing else', () => {
    expect(() => check(plain)).not.toThrow();
    for (const secret of ['hush ', 'hus', 'HUSH', ''])
      expect(() => check({ ...plain, secret })).toThrow('does not fit');
    expect(() => check({ ...plain, headers: {} })).toThrow('is missing');
  });
});

describe('what a sender did not sign', () => {
  const twilio = vectors.find(({ name }) => name === 'Twilio') as Vector;

  it.each([
    ['another address', { url: 'https://mycompany.com/myapp.php?foo=1' }],
    ['a body that is no form', { body: '{}', headers: { 'content-type': 'application/json' } }],
  ])('spoils the signature: %s', (_, change) => {
    const headers = { ...twilio.headers, ...('headers' in change ? change.headers : {}) };
    expect(() => check({ ...twilio, ...change, headers })).toThrow('does not fit');
  });

  it.each(['', 'nonsense', 'AAAA'])('is not proved by a public key that is none: %j', (secret) => {
    for (const vector of vectors.filter(({ name }) => ['SendGrid', 'Discord'].includes(name)))
      expect(() => check({ ...vector, secret })).toThrow('does not fit');
  });
});

describe('what a person chooses by name', () => {
  it.each([
    ['github', 'github/event'],
    ['stripe', 'stripe/event'],
    ['slack', 'slack/event'],
    ['shopify', 'shopify/reported'],
  ] as const)('%s is what the connector declares', (name, trigger) => {
    expect(declared(trigger)).toEqual(ruleOf({ scheme: name }));
  });
});
