import { openContext, type ActionContext, type Connector } from '@patchbay/connectors/sdk';
import { fail, ProblemError, type Json, type JsonObject } from '@patchbay/shared/base';

import type { Catalogue } from '#catalog';
import type { Query } from '#db';

import type { Outbound } from './outbound.ts';
import { redact, spellingsOf } from './redact.ts';
import { readSecret } from './secrets.ts';
import type { Vault } from './vault.ts';

/** What a call works with. */
export interface CallInput {
  connector: string;
  version: string;
  connection?: string;
  input: Json;
  signal: AbortSignal;
  idempotencyKey: string;
}

interface Row {
  id: string;
  config: string | JsonObject;
  auth_scheme: string;
  connector: string;
  status: string;
}

/** A call that may be made. */
export interface OpenCall {
  connector: Connector;
  ctx: ActionContext;
  /** Blanks the secrets in what comes of the call: peers like to send back what they were sent. */
  guard: <T>(work: Promise<T>) => Promise<T>;
}

/** Opens a connection for one call. The only place where a secret leaves the vault. */
export async function openCall(
  parts: { vault: Vault; query: Query; outbound: Outbound; catalogue: Catalogue },
  call: CallInput,
): Promise<OpenCall> {
  const connector = await parts.catalogue.find(call.connector, call.version);
  const { input, signal, idempotencyKey } = call;
  const open =
    call.connection === undefined || call.connection === ''
      ? undefined
      : await openRow(parts, call.connection, call.connector);
  const ctx = openContext(connector, open, {
    input,
    signal,
    idempotencyKey,
    outbound: parts.outbound,
  });
  const scheme = connector.manifest.auth.find((one) => one.id === open?.scheme);
  const spellings = spellingsOf(scheme, open?.fields ?? {});
  return { connector, ctx, guard: (work) => guarded(work, spellings) };
}

async function guarded<T>(work: Promise<T>, spellings: string[]): Promise<T> {
  try {
    return redact(await work, spellings);
  } catch (error) {
    throw error instanceof ProblemError
      ? new ProblemError(redact(error.problem, spellings))
      : error;
  }
}

async function openRow(
  { vault, query }: { vault: Vault; query: Query },
  id: string,
  connector: string,
): Promise<Parameters<typeof openContext>[1]> {
  const [row] = await query<Row>(
    'select id, config, auth_scheme, connector, status from connection where id = ?',
    [id],
  );
  if (!row)
    return fail('not_found', 'The connection of this step is gone.', {
      hint: 'Choose another connection in the step.',
      at: { field: 'connection' },
    });
  if (row.connector !== connector) {
    return fail('invalid_input', 'The connection of this step is for another connector.', {
      hint: 'Choose a connection that fits.',
      at: { field: 'connection' },
    });
  }
  const config =
    typeof row.config === 'string' ? (JSON.parse(row.config) as JsonObject) : row.config;
  return {
    id: row.id,
    scheme: row.auth_scheme,
    config,
    fields: (await readSecret(vault, query, id)) ?? {},
  };
}
