import { callAction } from '@patchbay/connectors/sdk';
import { fail, newId, toProblem, type Json, type Problem } from '@patchbay/shared/base';
import type { ConnectorManifest } from '@patchbay/shared/catalog';
import type { CallRecord, CallRequest, Exchange } from '@patchbay/shared/testing';

import { openCall, type CredentialParts } from '#connections';
import type { Ctx } from '#http';

import { keepCall } from './call-history.ts';
import { inTime } from './in-time.ts';
import type { TestingParts } from './testing-parts.ts';

/** What a call by hand needs of the house. */
type CallParts = Pick<TestingParts, 'db' | 'credentials' | 'clock'>;

const KEPT_CHARS = 256 * 1024;
const MOST_EXCHANGES = 20;

/** A call for somebody who may turn away before it is answered. */
interface HandCall extends CallRequest {
  dryRun: boolean;
  caller?: AbortSignal;
}

/** Calls an action outside of any run and keeps what went over the wire, for the console's history. */
export async function callByHand(
  parts: CallParts,
  { actor, project }: Pick<Ctx, 'actor' | 'project'>,
  call: HandCall,
): Promise<CallRecord> {
  const record = await makeCall(parts, actor.name, call);
  const { output: _, ...rest } = record;
  await keepCall(parts.db.query, project, { ...rest, ...bounded(record.output) });
  return record;
}

/** Calls an action; what goes wrong is in the record. */
export async function makeCall(
  parts: CallParts,
  by: string,
  { dryRun, caller, ...request }: HandCall,
): Promise<CallRecord> {
  const at = parts.clock();
  const begun = performance.now();
  const exchanges: Exchange[] = [];
  const observe = (exchange: Exchange): void => {
    if (exchanges.length < MOST_EXCHANGES) exchanges.push(exchange);
  };
  const outcome = await outcomeOf(() => perform(parts, request, { observe, dryRun, caller }));
  const ms = Math.round(performance.now() - begun);
  const ok = outcome.problem === undefined;
  const tried = dryRun ? { dryRun } : {};
  return { ...request, ...tried, id: newId(at), at, by, ok, ms, exchanges, ...outcome };
}

/** The first request the action would send; the problem when it does not get that far. */
export async function previewByHand(
  parts: CallParts,
  request: CallRequest,
): Promise<{ exchange?: Exchange; problem?: Problem }> {
  let exchange: Exchange | undefined;
  const observe = (seen: Exchange): void => void (exchange ??= seen);
  const { problem } = await outcomeOf(() => perform(parts, request, { observe, hold: true }));
  return exchange ? { exchange } : { problem };
}

interface Manner {
  observe(exchange: Exchange): void;
  hold?: boolean;
  dryRun?: boolean;
  caller?: AbortSignal;
}

async function perform(
  { credentials }: CallParts,
  request: CallRequest,
  { dryRun = false, caller, ...watch }: Manner,
): Promise<Json> {
  if (dryRun) await assertDryRun(credentials, request);
  return inTime(
    async (signal) => {
      const call = { ...request, signal, idempotencyKey: newId(), watch, dryRun };
      const { connector, ctx, guard } = await openCall(credentials, call);
      if (watch.hold) assertShowable(connector.manifest, ctx.credential !== undefined);
      return guard(callAction(connector, request.action, ctx));
    },
    { caller },
  );
}

/** Code that speaks another protocol might act on an open connection without asking us. */
function assertShowable({ kind, name, origin }: ConnectorManifest, holdsSecret: boolean): void {
  const isOwn = kind === 'protocol' || kind === 'file' || origin.kind === 'mcp';
  if (!isOwn && !holdsSecret) return;
  fail(
    'invalid_input',
    `${name} speaks a protocol of its own, so there is no request to show beforehand.`,
    'Send it; what was dialled is shown with the answer.',
  );
}

async function assertDryRun(
  { catalogue, query }: CredentialParts,
  { connector, version, action }: CallRequest,
): Promise<void> {
  const { manifest } = await catalogue.find(query, connector, version);
  if (manifest.actions[action]?.effects.dryRun) return;
  fail('invalid_input', 'This action has no dry run.', 'Send it for real, or choose another.');
}

async function outcomeOf(work: () => Promise<Json>): Promise<{ output?: Json; problem?: Problem }> {
  try {
    return { output: await work() };
  } catch (error) {
    return { problem: toProblem(error) };
  }
}

function bounded(output: Json | undefined): { output?: Json; omitted?: number } {
  if (output === undefined) return {};
  const text = JSON.stringify(output);
  return text.length <= KEPT_CHARS ? { output } : { omitted: Buffer.byteLength(text) };
}
