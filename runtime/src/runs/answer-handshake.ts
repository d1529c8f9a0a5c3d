import { textOf, valueAt } from '@patchbay/connectors/sdk';
import { fail, type Json } from '@patchbay/shared/base';
import type { WebhookManifest } from '@patchbay/shared/catalog';

import { readSecret, type CredentialParts } from '#connections';

import type { Sent } from './prove-events.ts';
import { keepSecret } from './registration-calls.ts';
import type { RegistrationRow } from './registration-rows.ts';

const LONGEST = 4096;

interface To {
  row: RegistrationRow;
  declared: WebhookManifest;
}

/** The answer to a provider that wants to know whose address this is; undefined for anything else. */
export async function answerHandshake(
  { credentials }: { credentials: CredentialParts },
  { row, declared: { handshake } }: To,
  sent: Sent,
): Promise<Response | undefined> {
  if (!handshake) return undefined;
  if (handshake.kind === 'secret') {
    const given = valueAt(sent.body, handshake.path);
    return typeof given === 'string' ? takeSecret(credentials, row, given) : undefined;
  }
  const { when, path, answerKey } = handshake;
  if (when && valueAt(sent.body, when.path) !== when.equals) return undefined;
  const value =
    handshake.in === 'query' ? sent.url.searchParams.get(path) : valueAt(sent.body, path);
  if (value === null || value === undefined) return undefined;
  return echo(value as Json, answerKey);
}

// What strangers send is data when it comes back: it never runs as a page of ours.
function echo(value: Json, key: string | undefined): Response {
  const text = textOf(value);
  if (text.length > LONGEST) fail('too_large', 'The value is too long.', 'Send a shorter one.');
  return new Response(key === undefined ? text : JSON.stringify({ [key]: value }), {
    headers: {
      'content-type': key === undefined ? 'text/plain; charset=utf-8' : 'application/json',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  });
}

/** Taken until a first message was proved with it: after that only a person may change it. */
async function takeSecret(
  credentials: CredentialParts,
  row: RegistrationRow,
  secret: string,
): Promise<Response> {
  const known = (await readSecret(credentials.vault, credentials.query, row.id))?.secret;
  if (known !== secret) {
    if (row.proven_at !== null || secret.length > LONGEST)
      fail(
        'bad_signature',
        'This address has its secret.',
        'Have the provider use it, or forget it in the trigger.',
      );
    await keepSecret(credentials, row.id, secret);
  }
  return new Response(null, { status: 200 });
}
