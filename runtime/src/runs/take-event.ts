import { textOf, valueAt, webhookOf } from '@patchbay/connectors/sdk';
import { fail, isObject, type Json } from '@patchbay/shared/base';
import type { WebhookManifest } from '@patchbay/shared/catalog';
import type { NodeOf } from '@patchbay/shared/flows';

import type { CredentialParts } from '#connections';
import { readBody, refuseText } from '#http';
import { loadVersion, type LoadedVersion } from '#versions';

import { answerHandshake } from './answer-handshake.ts';
import { proveEvents, readPart, type Sent } from './prove-events.ts';
import type { RegistrationRow } from './registration-rows.ts';
import { startDelivery, type DeliveryParts } from './start-delivery.ts';
import { webhookPayload } from './webhook-payload.ts';

export interface EventParts extends DeliveryParts {
  credentials: CredentialParts;
}

/** A live trigger that listens to an address. */
interface Listener {
  version: LoadedVersion;
  node: NodeOf<'event'>;
}

/**
 * Takes what a connector's other system sends to a registered address: answers its handshakes,
 * refuses what it cannot have sent, and starts a run for each event in each flow that wants it. The
 * answer is given once the runs are safe.
 */
export async function takeEvent(
  parts: EventParts,
  request: Request,
  id: string,
): Promise<Response> {
  refuseText(id);
  const { catalogue, query } = parts.credentials;
  const [row] = await query<RegistrationRow>('select * from registration where id = ?', [id]);
  if (!row)
    return fail('not_found', 'There is no such address.', 'Copy it from the trigger again.');
  const connector = await catalogue.find(query, row.connector, row.version);
  const declared = webhookOf(connector, row.trigger_name);
  if (!declared) return fail('not_found', 'Nothing listens here.', 'Publish the flow again.');
  const bytes = await readBody(request);
  const url = new URL(request.url);
  const { body } = (await webhookPayload(request, url, bytes)) as { body: Json };
  const sent = { request, url, bytes, body };
  const shaken = await answerHandshake(parts, { row, declared }, sent);
  if (shaken) return shaken;
  const events = eventsIn(declared, body);
  await proveEvents(parts, { row, declared, connector }, { ...sent, events });
  await deliver(parts, { row, declared }, { ...sent, events });
  return new Response(null, { status: declared.answers ?? 200 });
}

/** The events of one message; a list that is missing or empty holds none. */
function eventsIn({ items }: WebhookManifest, body: Json): Json[] {
  if (items === undefined) return [body];
  const list = valueAt(body, items);
  return Array.isArray(list) ? (list as Json[]) : [];
}

interface To {
  row: RegistrationRow;
  declared: WebhookManifest;
}

async function deliver(
  parts: EventParts,
  { row, declared }: To,
  sent: Sent & { events: Json[] },
): Promise<void> {
  const { query, clock } = parts.credentials;
  const wanted = sent.events
    .map((event) => ({ ...sent, body: event }))
    .filter((one) => !isOurs(declared, one))
    .filter((one) => row.state === 'manual' || isWanted(declared, row.input, one))
    .map(({ body }) => body);
  const listeners = wanted.length > 0 ? await listenersOf(parts, row) : [];
  if (wanted.length > 0 && listeners.length === 0) nobodyListens(row);
  if (declared.look) await ring(parts, row);
  else await startRuns(parts, declared, { sent, wanted, listeners });
  const now = clock();
  await query(
    'update registration set last_at = ?, proven_at = coalesce(proven_at, ?) where id = ?',
    [now, now, row.id],
  );
}

async function listenersOf(parts: EventParts, { id }: RegistrationRow): Promise<Listener[]> {
  const { query } = parts.credentials;
  const armed = await query<{ node: string; version_id: string }>(
    'select node, version_id from armed_trigger where registration = ? order by flow_id, node',
    [id],
  );
  return Promise.all(
    armed.map(async ({ node, version_id }) => {
      const version = await loadVersion(query, version_id);
      return { version, node: version.graph.nodes[node] as NodeOf<'event'> };
    }),
  );
}

// A provider that is just being told the address, or tells again: what it sends now, it sends later.
function nobodyListens({ state }: RegistrationRow): never {
  if (state === 'manual')
    fail('not_found', 'No live flow listens here.', 'Publish the flow with this trigger.');
  return fail('not_ready', 'The flow goes live in a moment.', 'Send it again.');
}

/** Has the polls that listen look now rather than at their time. */
async function ring({ credentials }: EventParts, { id }: RegistrationRow): Promise<void> {
  const { query, clock } = credentials;
  const now = clock();
  // A worker that looks just now may have seen too little: it looks again.
  await query('update armed_trigger set next_at = ? where registration = ?', [now, id]);
}

async function startRuns(
  parts: EventParts,
  declared: WebhookManifest,
  { sent, wanted, listeners }: { sent: Sent; wanted: Json[]; listeners: Listener[] },
): Promise<void> {
  const runs = wanted.flatMap((event) =>
    listeners
      .filter(({ node }) => isWanted(declared, node.input, { ...sent, body: event }))
      .map(({ version, node }) => {
        const mark = markOf(declared, { ...sent, body: event });
        return startDelivery(parts, { version, trigger: node, payload: event, mark });
      }),
  );
  await Promise.all(runs.map((run) => run.write()));
}

function markOf({ deliveryId }: WebhookManifest, sent: Sent): string | undefined {
  const parts = deliveryId?.split(' ').map((from) => readPart(from, sent)) ?? [];
  const texts = parts.map((part) => (part === undefined || part === null ? '' : textOf(part)));
  return texts.some((text) => text !== '') ? texts.join(' ') : undefined;
}

/** True when our own account caused the event. */
function isOurs({ ours }: WebhookManifest, sent: Sent): boolean {
  const [cause, self] = ours ? [readPart(ours.from, sent), readPart(ours.equals, sent)] : [];
  return typeof cause === 'string' && cause !== '' && cause === self;
}

/** True when the event is of the kind that was chosen: nothing chosen means any. */
function isWanted({ event }: WebhookManifest, input: string, sent: Sent): boolean {
  if (!event) return true;
  const chosen = JSON.parse(input) as Json;
  const wanted = isObject(chosen) ? chosen[event.input] : undefined;
  if (wanted === undefined || wanted === null || wanted === '') return true;
  const kind = readPart(event.from, sent);
  const found = kind === undefined || kind === null ? '' : textOf(kind);
  return Array.isArray(wanted)
    ? wanted.length === 0 || wanted.some((one) => textOf(one) === found)
    : textOf(wanted) === found;
}
