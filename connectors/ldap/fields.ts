import type { Client, Entry, Filter } from 'ldapts';
import { z } from 'zod';

import { invalidInput } from '#sdk';

/** The name of an entry. */
export const dn = z.string().min(1).meta({
  title: 'Name (DN)',
  'x-placeholder': 'uid=ada,ou=people,dc=example,dc=org',
  'x-order': 1,
});

/** Attributes with one value or several. */
export const attributes = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .meta({ title: 'Attributes', description: 'One text, or a list of them.', 'x-order': 2 });

/** An entry as it comes out: every attribute as a list. */
export const entry = z.object({
  dn: z.string().meta({ title: 'Name (DN)' }),
  attributes: z.record(z.string(), z.array(z.string())).meta({
    title: 'Attributes',
    description: 'Each as a list of texts; bytes as base64.',
  }),
});

/** An entry for samples. */
export const sampleEntry = {
  dn: 'uid=ada,ou=people,dc=example,dc=org',
  attributes: { uid: ['ada'], cn: ['Ada Lovelace'], mail: ['ada@example.org'] },
};

/** What to look for. */
export interface Search {
  base: string;
  scope: 'sub' | 'one' | 'base';
  filter: string;
  attributes: string[];
  most: number;
}

const PAGE = 500;

/** The entries that a search finds, in pages, so that limits of the directory do not cut them off. */
export async function findEntries(
  client: Client,
  { base, scope, filter, attributes: names, most }: Search,
): Promise<{ entries: z.output<typeof entry>[]; truncated: boolean }> {
  const options = {
    scope,
    filter: await readFilter(filter),
    attributes: names,
    paged: { pageSize: Math.min(PAGE, most + 1) },
  };
  const found: Entry[] = [];
  for await (const page of client.searchPaginated(base, options)) {
    found.push(...page.searchEntries);
    if (found.length > most) break;
  }
  return { entries: found.slice(0, most).map(toEntry), truncated: found.length > most };
}

async function readFilter(text: string): Promise<Filter> {
  const { FilterParser } = await import('ldapts');
  try {
    return FilterParser.parseString(text);
  } catch {
    throw invalidInput(`The filter ${text} cannot be read.`, {
      hint: 'Write filters as (&(objectClass=person)(mail=*)).',
      field: 'filter',
    });
  }
}

function toEntry({ dn: name, ...rest }: Entry): z.output<typeof entry> {
  const lists = Object.entries(rest).map(([key, given]) => {
    const list = Array.isArray(given) ? given : [given];
    return [key, list.map((one) => (Buffer.isBuffer(one) ? one.toString('base64') : one))] as const;
  });
  return { dn: name, attributes: Object.fromEntries(lists) };
}
