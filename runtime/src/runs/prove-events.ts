import { sendHttp, textOf, valueAt, type Connector } from '@patchbay/connectors/sdk';
import { fail, newId, type Json } from '@patchbay/shared/base';
import type { WebhookManifest } from '@patchbay/shared/catalog';

import { openCall, readSecret, type CredentialParts } from '#connections';

import type { RegistrationRow } from './registration-rows.ts';
import { checkSignature } from './signature.ts';

const ASK_MS = 10_000;

/** A message as it came. */
export interface Sent {
  request: Request;
  url: URL;
  bytes: Uint8Array;
  body: Json;
}

/** What stands in a header, or at `body.<path>`. */
export function readPart(from: string, { request, body }: Pick<Sent, 'request' | 'body'>): unknown {
  return from.startsWith('body.') ? valueAt(body, from.slice(5)) : request.headers.get(from);
}

interface Parts {
  credentials: CredentialParts;
}

interface To {
  row: RegistrationRow;
  declared: WebhookManifest;
  connector: Connector;
}

/** Refuses a message that the other system cannot have sent. */
export async function proveEvents(
  parts: Parts,
  to: To,
  sent: Sent & { events: Json[] },
): Promise<void> {
  await proveSigned(parts, to, sent);
  if (to.declared.ask) await askProvider(parts, to, sent);
}

async function proveSigned(
  { credentials }: Parts,
  { row, declared }: To,
  { request, url, bytes, events }: Sent & { events: Json[] },
): Promise<void> {
  const { verify: rule } = declared;
  if (!rule) return;
  const secret = await readProof(credentials, row);
  const { method, headers } = request;
  const signed = {
    rule,
    secret,
    method,
    url: row.url + url.search,
    headers,
    body: bytes,
    now: credentials.clock(),
  };
  if (!rule.from.startsWith('body.')) return checkSignature(signed);
  if (events.length === 0) fail('bad_signature', 'The message holds no event.', 'Send one.');
  for (const body of events) {
    const proof = textOf(readPart(rule.from, { request, body }) ?? '');
    checkSignature({ ...signed, proof });
  }
}

/** The secret that deliveries are proved with; refuses when there is none yet. */
async function readProof(
  { vault, query }: CredentialParts,
  { id }: RegistrationRow,
): Promise<string> {
  const known = await readSecret(vault, query, id);
  return (
    known?.secret ||
    fail(
      'bad_signature',
      'This address has no secret yet, so nothing that comes is believed.',
      'Enter the secret in the trigger.',
    )
  );
}

/** Has the provider say whether it sent this. */
async function askProvider(
  { credentials }: Parts,
  { row, declared: { ask }, connector }: To,
  { request, body }: Sent,
): Promise<void> {
  if (!ask) return;
  const inputs = Object.entries(ask.inputs).map(([name, header]) => [
    name,
    request.headers.get(header) ?? '',
  ]);
  const { ctx, guard } = await openCall(credentials, {
    connector: row.connector,
    version: row.version,
    connection: row.connection ?? undefined,
    input: { ...Object.fromEntries(inputs), [ask.body]: body },
    signal: AbortSignal.timeout(ASK_MS),
    idempotencyKey: newId(),
  });
  const webhook = {
    url: row.url,
    secret: '',
    attempt: row.attempt ?? '',
    id: row.subscription ?? '',
  };
  const said = await guard(sendHttp(connector.manifest, ask.http, { ...ctx, webhook }));
  if (said !== ask.equals)
    fail(
      'bad_signature',
      `${connector.manifest.name} says that it did not send this.`,
      'Register the address again: publish the flow.',
    );
}
