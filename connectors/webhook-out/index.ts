/** Webhooks to other systems, signed so that they can tell who sent them. */
import { z } from 'zod';

import { bearerAuth, defineConnector, noAuth, readIcon, signedAuth } from '#sdk';

import { errorRules } from './error-rules.ts';
import { sendBody, sendEvent } from './send.ts';
import { signHmac, signStandard } from './sign.ts';

const secret = z.string().min(1).meta({ title: 'Secret', 'x-secret': true });

export const webhookOut = defineConnector({
  id: 'webhook-out',
  version: '1.0.0',
  name: 'Webhook out',
  description: 'Send signed webhooks to another system.',
  kind: 'protocol',
  categories: ['Core', 'Developer tools'],
  useCases: [
    'Tell a customer’s system what happened in yours, in a way it can verify.',
    'Start a flow of another tool by its webhook address.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#0f766e' },
  docsUrl: 'https://www.standardwebhooks.com/',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: { allowedHosts: ['{config.url}'] },
  config: z.strictObject({
    url: z
      .url({ protocol: /^https?$/ })
      .meta({ title: 'Address', 'x-placeholder': 'https://example.com/hooks/orders' }),
  }),
  auth: [
    signedAuth(
      {
        id: 'standard-webhooks',
        title: 'Standard Webhooks signature',
        help: 'The receiver gives the secret, or you agree on one: whsec_ and 24 to 64 bytes in base64.',
        helpUrl: 'https://www.standardwebhooks.com/',
      },
      z.strictObject({
        secret: secret.regex(
          /^(whsec_)?[A-Za-z0-9+/]+={0,2}$/,
          'is base64, mostly with whsec_ before it',
        ),
      }),
    ),
    signedAuth(
      {
        id: 'hmac',
        title: 'HMAC of the body in a header',
        help: 'As GitHub, Shopify and many others sign.',
      },
      z.strictObject({
        secret,
        header: z
          .string()
          .regex(/^[\w-]+$/, 'is the name of a header')
          .meta({ title: 'Header', 'x-placeholder': 'X-Signature-256' }),
        algorithm: z.enum(['sha256', 'sha1', 'sha512']).default('sha256').meta({ title: 'Hash' }),
        encoding: z.enum(['hex', 'base64']).default('hex').meta({ title: 'Written in' }),
        prefix: z
          .string()
          .default('')
          .meta({ title: 'Before the signature', 'x-placeholder': 'sha256=' }),
      }),
    ),
    bearerAuth(),
    noAuth({ title: 'No signature' }),
  ],
  sign: { 'standard-webhooks': signStandard, hmac: signHmac },
  actions: { sendEvent, sendBody },
  errors: errorRules,
});
