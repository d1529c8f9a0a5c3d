import { z } from 'zod';

import { definePollTrigger } from '#sdk';

import { entry, findEntries, sampleEntry } from './fields.ts';
import { ldapContext, withLdap } from './with-ldap.ts';

const MOST = 10_000;
// OpenLDAP and others write the first, Active Directory lets search by the second.
const STAMPS = ['modifyTimestamp', 'whenChanged'];
// They count changes more finely than by the second.
const COUNTERS = ['entryCSN', 'uSNChanged'];

const stateSchema = z.object({
  /** Time of the newest change that was seen, as the directory writes it. */
  after: z.string(),
  /** Entries that were seen with exactly that time. */
  seen: z.array(z.string()),
});

/** New and changed entries. */
export const changedEntry = definePollTrigger({
  title: 'New or changed entry',
  description: 'Starts a run for each entry that is added or modified.',
  tags: ['user', 'group', 'directory', 'sync'],
  input: z.strictObject({
    filter: z.string().min(1).default('(objectClass=*)').meta({
      title: 'Filter',
      'x-placeholder': '(objectClass=inetOrgPerson)',
      'x-order': 1,
    }),
    base: z.string().optional().meta({
      title: 'Begin at',
      description: 'Name (DN) of an entry. Empty: the base of the connection.',
      'x-order': 2,
    }),
  }),
  payload: entry.extend({ key: z.string().meta({ title: 'Key' }) }),
  sample: { key: `20261124100000Z ${sampleEntry.dn}`, ...sampleEntry },
  everyS: 60,
  key: 'key',
  poll: (given, { cursor }) => {
    const ctx = ldapContext(given);
    const { filter, base } = given.input;
    return withLdap(ctx, async (client) => {
      const state = cursor === undefined ? undefined : stateSchema.parse(JSON.parse(cursor));
      const tests = STAMPS.map((name) => `(${name}>=${state?.after})`);
      const since = state?.after ? `(|${tests.join('')})` : '';
      const { entries } = await findEntries(client, {
        base: base || ctx.config.baseDN,
        scope: 'sub',
        filter: since ? `(&${filter}${since})` : filter,
        attributes: ['*', ...STAMPS, ...COUNTERS],
        most: MOST,
      });
      return newEntries(entries, state);
    });
  },
});

type Found = z.output<typeof entry>;

function newEntries(
  found: Found[],
  state: z.output<typeof stateSchema> | undefined,
): { items: (Found & { key: string })[]; cursor: string } {
  const keyed = found.map((one) => ({ key: keyOf(one), ...one }));
  const sorted = keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const after = sorted.length === 0 ? (state?.after ?? '') : stampOf(sorted.at(-1)!);
  // A second can hold changes that come after this look.
  const latest = sorted.filter((one) => stampOf(one) === after).map(({ key }) => key);
  const seen = new Set(state?.seen);
  const items = state ? sorted.filter(({ key }) => !seen.has(key)) : [];
  return { items, cursor: JSON.stringify({ after, seen: latest }) };
}

function stampOf(one: Found): string {
  return firstOf(one, STAMPS);
}

function keyOf(one: Found): string {
  return [stampOf(one), firstOf(one, COUNTERS), one.dn].join(' ');
}

function firstOf({ attributes }: Found, names: string[]): string {
  return names.flatMap((name) => attributes[name] ?? [])[0] ?? '';
}
