import { createHash } from 'node:crypto';

import { newId, type Json, type Problem } from '@patchbay/shared/base';
import type { WebhookManifest } from '@patchbay/shared/catalog';
import type { NodeOf } from '@patchbay/shared/flows';

import type { Query } from '#db';

/**
 * Where an address stands: `manual` ones a person enters at the provider. `asking`: the provider is
 * being told, or was when somebody died, and may know it. `leaving`: it is being taken off. `lost`:
 * nobody can say whether the provider knows it, and a person has to look.
 */
export type RegistrationState = 'manual' | 'asking' | 'live' | 'leaving' | 'lost';

/** An address for the events of a connector's trigger, as its row. */
export interface RegistrationRow {
  id: string;
  about: string;
  connector: string;
  version: string;
  trigger_name: string;
  connection: string | null;
  /** JSON text of what the person chose. */
  input: string;
  url: string;
  state: RegistrationState;
  /** The last try to register; null when there was none. */
  attempt: string | null;
  /** What the provider calls it. */
  subscription: string | null;
  /** JSON text of `{ problem, failures }`. */
  problem: string | null;
  registered_at: number | null;
  /** When a delivery was first proved. */
  proven_at: number | null;
  last_at: number | null;
  /** When a worker is to look after it. */
  next_at: number | null;
  /** Until then somebody works on it. */
  busy_until: number;
}

/** A trigger of a flow that needs an address. */
export interface Wanted {
  node: NodeOf<'event'>;
  declared: WebhookManifest;
  title: string;
}

/**
 * A mark that tells one registration from another. Flows that want the same share it. Where a person enters
 * the address at the provider, all events of the connection come to the one address there is.
 */
export function aboutOf({ node, declared }: Pick<Wanted, 'node' | 'declared'>): string {
  const { connector, trigger, connection } = node.config;
  const input = declared.subscribe ? (JSON.parse(node.input) as Json) : null;
  const about = JSON.stringify({ connector, trigger, connection: connection ?? null, input });
  return createHash('sha256').update(about).digest('hex');
}

/** The registration that a trigger wants; made when there is none. */
export async function ensureRow(
  query: Query,
  wanted: Wanted,
  baseUrl: string,
): Promise<RegistrationRow> {
  const { connector, version, trigger, connection } = wanted.node.config;
  const about = aboutOf(wanted);
  const id = newId();
  const state = wanted.declared.subscribe ? 'asking' : 'manual';
  await query(
    `insert into registration (id, about, connector, version, trigger_name, connection, input, url, state, busy_until)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0) on conflict (about) do nothing`,
    [
      id,
      about,
      connector,
      version,
      trigger,
      connection ?? null,
      wanted.node.input,
      addressOf(baseUrl, id),
      state,
    ],
  );
  return (await findRow(query, wanted)) as RegistrationRow;
}

/** One address for each registration, below those of webhooks. */
export function addressOf(baseUrl: string, id: string): string {
  return `${baseUrl}/hooks/${id}`;
}

export async function findRow(
  query: Query,
  wanted: Pick<Wanted, 'node' | 'declared'>,
): Promise<RegistrationRow | undefined> {
  const sql = 'select * from registration where about = ?';
  const [row] = await query<RegistrationRow>(sql, [aboutOf(wanted)]);
  return row;
}

export async function deleteRow(query: Query, id: string): Promise<void> {
  await query('delete from registration where id = ?', [id]);
  await query('delete from credential where id = ?', [id]);
}

/** Of the row `r`: no live flow has a trigger with this address. */
export const NOBODY_LISTENS =
  'not exists (select 1 from armed_trigger a where a.registration = r.id)';

/** What failed since it last went well; undefined when nothing did. */
export function failureOf({
  problem,
}: Pick<RegistrationRow, 'problem'>): { problem: Problem; failures: number } | undefined {
  return problem === null
    ? undefined
    : (JSON.parse(problem) as { problem: Problem; failures: number });
}

const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 6 * 3_600_000;

/** Says at a registration what went wrong, and has a worker try again later each time. */
export async function noteTrouble(
  query: Query,
  row: RegistrationRow,
  { problem, at }: { problem: Problem; at: number },
): Promise<void> {
  const failures = (failureOf(row)?.failures ?? 0) + 1;
  const wait = Math.min(FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 20), LONGEST_WAIT_MS);
  await query('update registration set problem = ?, next_at = ?, busy_until = 0 where id = ?', [
    JSON.stringify({ problem, failures }),
    at + wait,
    row.id,
  ]);
}
