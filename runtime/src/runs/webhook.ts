import { fail, newId, toProblem, type JsonObject } from '@patchbay/shared/base';
import type { NodeOf } from '@patchbay/shared/flows';
import type { Hono } from 'hono';

import { readSecret, type Vault } from '#connections';
import { problemResponse, readBody, refuseText } from '#http';
import type { Queue } from '#queue';
import { loadVersion, type LoadedVersion } from '#versions';

import { awaitResponse } from './await-response.ts';
import { ruleOf } from './signature-schemes.ts';
import { checkSignature } from './signature.ts';
import { startDelivery } from './start-delivery.ts';
import { takeEvent, type EventParts } from './take-event.ts';
import { webhookPayload } from './webhook-payload.ts';

export interface WebhookParts extends EventParts {
  queue: Queue;
  vault: Vault;
}

interface Target {
  live_version_id: string | null;
  listening: number | null;
}

const LOOK_UP = `select f.live_version_id, l.until as listening from flow f
  left join listener l on l.flow_id = f.id and l.node = ? where f.id = ?`;

/**
 * `/hooks/<flow>/<trigger node>`: one address for draft and live. `/hooks/<registration>`: where the
 * other systems of connectors send their events.
 */
export function webhookRoutes(parts: WebhookParts, app: Hono): void {
  app.all('/hooks/:flow/:node', (c) => answered(take(parts, c.req.raw, c.req.param())));
  app.all('/hooks/:registration', (c) =>
    answered(takeEvent(parts, c.req.raw, c.req.param('registration'))),
  );
}

function answered(work: Promise<Response>): Promise<Response> {
  return work.catch((error: unknown) => problemResponse(toProblem(error)));
}

async function take(
  parts: WebhookParts,
  request: Request,
  { flow, node }: { flow: string; node: string },
): Promise<Response> {
  const { store, clock } = parts;
  for (const part of [flow, node]) refuseText(part);
  const [target] = await store.db.query<Target>(LOOK_UP, [node, flow]);
  const version = target?.live_version_id
    ? await loadVersion(store.db.query, target.live_version_id)
    : undefined;
  const trigger = version?.graph.nodes[node];
  const listening = (target?.listening ?? 0) > clock();
  if (!listening && trigger?.kind !== 'webhook') return notLive(target !== undefined);
  const bytes = await readBody(request);
  if (trigger?.kind === 'webhook') await admit(parts, trigger, request, bytes);
  const payload = await webhookPayload(request, new URL(request.url), bytes);
  if (listening) await capture(parts, { flow, node, payload });
  if (!version || trigger?.kind !== 'webhook')
    return Response.json({ captured: true }, { status: 202 });
  return start(parts, { version, trigger, payload, request });
}

function notLive(known: boolean): never {
  if (known)
    fail(
      'not_found',
      'Nothing listens here yet.',
      'Publish the flow, or press "Listen" in its webhook trigger.',
    );
  return fail('not_found', 'There is no such webhook.', 'Copy the address from the trigger again.');
}

async function admit(
  { vault, store, clock }: WebhookParts,
  trigger: NodeOf<'webhook'>,
  request: Request,
  body: Uint8Array,
): Promise<void> {
  const { methods, signature: config } = trigger.config;
  if (methods.length > 0 && !methods.includes(request.method)) {
    fail(
      'method_not_allowed',
      `This webhook does not answer ${request.method}.`,
      `Use ${methods.join(' or ')}.`,
    );
  }
  if (!config) return;
  const secret = config.secretId
    ? (await readSecret(vault, store.db.query, config.secretId))?.secret
    : undefined;
  if (!secret)
    return fail(
      'bad_signature',
      'This webhook asks for signatures but has no secret.',
      'Set the secret in the trigger and publish.',
    );
  const { method, url, headers } = request;
  checkSignature({ rule: ruleOf(config), secret, method, url, headers, body, now: clock() });
}

interface Accepted {
  version: LoadedVersion;
  trigger: NodeOf<'webhook'>;
  payload: JsonObject;
  request: Request;
}

async function start(
  parts: WebhookParts,
  { version, trigger, payload, request }: Accepted,
): Promise<Response> {
  const { answer: mode, respondTimeoutMs, deliveryHeader } = trigger.config;
  const mark = (deliveryHeader && request.headers.get(deliveryHeader)) || undefined;
  const { id, write } = startDelivery(parts, { version, trigger, payload, mark });
  const waits = mode === 'respond';
  const answer = waits ? awaitResponse(parts, id, respondTimeoutMs) : undefined;
  const { id: run, isNew } = await write();
  if (answer && isNew) return answer.response;
  answer?.cancel();
  return waits ? awaitResponse(parts, run, respondTimeoutMs, 0).response : accepted(run);
}

function accepted(run: string): Response {
  return new Response(`{"run":"${run}"}`, {
    status: 202,
    headers: { 'content-type': 'application/json' },
  });
}

const CAPTURES_KEPT = 20;

async function capture(
  { store, clock }: WebhookParts,
  { flow, node, payload }: { flow: string; node: string; payload: JsonObject },
): Promise<void> {
  await store.db.transaction(async (query) => {
    const at = clock();
    await query('insert into capture (id, flow_id, node, at, payload) values (?, ?, ?, ?, ?)', [
      newId(at),
      flow,
      node,
      at,
      JSON.stringify(payload),
    ]);
    const old =
      'select id from capture where flow_id = ? and node = ? order by id desc limit 1 offset ?';
    const [last] = await query<{ id: string }>(old, [flow, node, CAPTURES_KEPT]);
    if (last)
      await query('delete from capture where flow_id = ? and node = ? and id <= ?', [
        flow,
        node,
        last.id,
      ]);
  });
}
