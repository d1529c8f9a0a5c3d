import {
  openContext,
  type ActionContext,
  type Connector,
  type OpenConnection,
  type Watch,
} from '@patchbay/connectors/sdk';
import { fail, ProblemError, toProblem, type Json, type Problem } from '@patchbay/shared/base';

import { readRecord, type ConnectionRecord } from './connection-record.ts';
import { noteOutcome } from './connection-status.ts';
import type { CredentialParts } from './credential-parts.ts';
import { openFields } from './open-fields.ts';
import { redact, spellingsOf } from './redact.ts';

/** What a call works with. */
export interface CallInput {
  connector: string;
  version: string;
  connection?: string;
  input: Json;
  signal: AbortSignal;
  idempotencyKey: string;
  /** Looks at the requests of the call; it never sees a secret. */
  watch?: Watch;
  /** Only for actions whose effects say so. */
  dryRun?: boolean;
}

/** A call that may be made. */
export interface OpenCall {
  connector: Connector;
  ctx: ActionContext;
  /**
   * Blanks the secrets in what comes of the call (peers like to send back what they were sent), and
   * notes at the connection when its credential turns out to be refused, or good again.
   */
  guard: <T>(work: Promise<T>) => Promise<T>;
}

/** Opens a connection for one call. The only place where a secret leaves the vault. */
export async function openCall(parts: CredentialParts, call: CallInput): Promise<OpenCall> {
  const connector = await parts.catalogue.find(parts.query, call.connector, call.version);
  const { input, signal, idempotencyKey, connection: id, watch, dryRun } = call;
  const settings = { input, signal, idempotencyKey, outbound: parts.outbound, dryRun };
  if (id === undefined || id === '') {
    const ctx = openContext(connector, undefined, { ...settings, watch });
    return { connector, ctx, guard: (work) => work };
  }
  const record = await readRecord(parts, id, connector);
  if (record.status === 'disabled') refuseDisabled();
  const { connection, fields } = await openRecord(parts, record);
  const blanked = watch && blankedWatch(watch, () => spellingsIn(record, fields));
  const ctx = openContext(connector, connection, { ...settings, watch: blanked });
  const guard = <T>(work: Promise<T>): Promise<T> => guarded(parts, { record, fields }, work);
  return { connector, ctx, guard };
}

interface Opened {
  connection: OpenConnection;
  /** All field values that were in use, old and renewed. */
  fields: Record<string, string>[];
}

async function openRecord(parts: CredentialParts, record: ConnectionRecord): Promise<Opened> {
  try {
    const { fields: first, renew } = await openFields(parts, record);
    const fields = [first];
    const connection: OpenConnection = {
      id: record.id,
      scheme: record.scheme.id,
      config: record.config,
      account: record.account,
      fields: first,
      ...(renew && {
        renew: async () => {
          const renewed = await renew();
          fields.push(renewed);
          return renewed;
        },
      }),
    };
    return { connection, fields };
  } catch (error) {
    throw await noted(parts, record, toProblem(error));
  }
}

/** What to blank: a token that was renewed meanwhile counts as well. */
function spellingsIn({ scheme }: ConnectionRecord, fields: Record<string, string>[]): string[] {
  return fields.flatMap((one) => spellingsOf(scheme, one));
}

function blankedWatch(watch: Watch, spellings: () => string[]): Watch {
  return { ...watch, observe: (exchange) => watch.observe(redact(exchange, spellings())) };
}

async function guarded<T>(
  parts: CredentialParts,
  { record, fields }: { record: ConnectionRecord; fields: Record<string, string>[] },
  work: Promise<T>,
): Promise<T> {
  const spellings = (): string[] => spellingsIn(record, fields);
  try {
    const result = redact(await work, spellings());
    await noteOutcome(parts, record, undefined);
    return result;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw await noted(parts, record, redact(error.problem, spellings()));
  }
}

/** The error to throw, once what it says of the connection is noted. It names the connection. */
async function noted(
  parts: CredentialParts,
  record: ConnectionRecord,
  problem: Problem,
): Promise<ProblemError> {
  const named: Problem = { ...problem, details: { ...problem.details, connection: record.id } };
  await noteOutcome(parts, record, named);
  return new ProblemError(named);
}

function refuseDisabled(): never {
  return fail('invalid_input', 'The connection of this step is switched off.', {
    hint: 'Switch it on under Connections, or choose another.',
    at: { field: 'connection' },
  });
}
