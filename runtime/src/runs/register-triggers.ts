import { setTimeout as sleep } from 'node:timers/promises';

import { fail, problem, ProblemError, toProblem, type Problem } from '@patchbay/shared/base';
import { secretOf } from '@patchbay/shared/catalog';
import type { FlowGraph } from '@patchbay/shared/flows';

import { readSecret, type CredentialParts } from '#connections';

import { registerAnew } from './registration-life.ts';
import { addressOf, ensureRow, type RegistrationRow, type Wanted } from './registration-rows.ts';
import { wantedBy } from './wanted-addresses.ts';

/** How long a version may take from its registration to going live; then a worker takes it off. */
const GRACE_MS = 120_000;
const PATIENCE_MS = 15_000;
const LOOK_AGAIN_MS = 300;

export interface RegisterParts {
  credentials: CredentialParts;
  /** Where others reach us, without a trailing slash. */
  baseUrl: () => string;
}

/**
 * Tells providers the addresses of a graph's triggers, then does `work` in which they go live. What
 * was registered for it is taken off again when either fails. No transaction may be open: providers
 * call the address before they say that they know it.
 */
export async function withRegistered<T>(
  parts: RegisterParts,
  graph: FlowGraph,
  work: () => Promise<T>,
): Promise<T> {
  const { catalogue, query } = parts.credentials;
  const held: string[] = [];
  try {
    for (const wanted of await wantedBy({ catalogue, query }, graph)) {
      const row = await ensureRow(query, wanted, parts.baseUrl());
      await requireSecret(parts, wanted, row);
      if (row.state !== 'manual') held.push((await hold(parts, wanted, row)).id);
    }
    return await work();
  } catch (error) {
    // Those that no flow listens to are taken off by a worker.
    const free = 'update registration set busy_until = 0 where id = ?';
    for (const id of held) await query(free, [id]);
    throw error;
  }
}

async function requireSecret(
  { credentials: { vault, query } }: RegisterParts,
  { declared, node, title }: Wanted,
  { id }: RegistrationRow,
): Promise<void> {
  const from = secretOf(declared);
  if (from?.from !== 'person' || (await readSecret(vault, query, id))) return;
  fail('flow_invalid', `"${node.title}" has no secret to prove what ${title} sends.`, {
    hint: `Enter it in the trigger. ${from.help}`,
    at: { node: node.id, field: 'secret' },
  });
}

/** Keeps a live registration, or makes it; others are kept off it until it goes live. */
async function hold(
  parts: RegisterParts,
  wanted: Wanted,
  { id }: RegistrationRow,
): Promise<RegistrationRow> {
  const { credentials, baseUrl } = parts;
  const { query, clock } = credentials;
  const url = addressOf(baseUrl(), id);
  const until = clock() + GRACE_MS;
  const [kept] = await query<RegistrationRow>(
    `update registration set busy_until = ? where id = ? and state = 'live' and problem is null and url = ? returning *`,
    [until, id, url],
  );
  if (kept) return kept;
  const mine = await claim(parts, wanted, { id, url });
  if (!mine) return hold(parts, wanted, await ensureRow(query, wanted, baseUrl()));
  const to = { declared: wanted.declared, version: wanted.node.config.version };
  return registerAnew(credentials, to, mine).catch((error: unknown) =>
    refuse(wanted, mine, toProblem(error)),
  );
}

/** Waits for whoever works on it; undefined when it was forgotten or has gone live meanwhile. */
async function claim(
  { credentials: { query, clock } }: RegisterParts,
  { node, title }: Wanted,
  { id, url }: { id: string; url: string },
): Promise<RegistrationRow | undefined> {
  const patience = clock() + PATIENCE_MS;
  while (clock() < patience) {
    const now = clock();
    const [mine] = await query<RegistrationRow>(
      'update registration set busy_until = ?, url = ? where id = ? and busy_until <= ? returning *',
      [now + GRACE_MS, url, id, now],
    );
    if (mine) return mine;
    const asking = "select id from registration where id = ? and state <> 'live'";
    if ((await query(asking, [id])).length === 0) return undefined;
    await sleep(LOOK_AGAIN_MS);
  }
  return fail('conflict', `The address of "${node.title}" is just being changed at ${title}.`, {
    hint: 'Try again in a minute.',
    at: { node: node.id },
  });
}

function refuse({ node, title }: Wanted, { url }: RegistrationRow, why: Problem): never {
  throw new ProblemError(
    problem(
      'flow_invalid',
      `${title} did not take the address of "${node.title}": ${why.message}`,
      {
        hint: hintFor(url, why),
        at: { node: node.id },
        details: { because: why.code },
      },
    ),
  );
}

function hintFor(url: string, { hint }: Problem): string {
  const { hostname } = new URL(url);
  if (!['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return hint;
  return `${hint} The address is ${url}: others reach it only when PUBLIC_URL is set to one that is on the net.`;
}
