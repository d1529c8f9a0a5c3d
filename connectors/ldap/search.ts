import { z } from 'zod';

import { defineAction } from '#sdk';

import { ldapConfig } from './config.ts';
import { entry, findEntries, sampleEntry } from './fields.ts';
import { withLdap } from './with-ldap.ts';

/** Finds entries. */
export const search = defineAction({
  title: 'Search entries',
  description: 'Finds entries of the directory by a filter.',
  tags: ['find', 'user', 'group', 'directory'],
  input: z.strictObject({
    filter: z.string().min(1).default('(objectClass=*)').meta({
      title: 'Filter',
      'x-placeholder': '(&(objectClass=person)(mail=*))',
      'x-order': 1,
    }),
    base: z.string().optional().meta({
      title: 'Begin at',
      description: 'Name (DN) of an entry. Empty: the base of the connection.',
      'x-order': 2,
    }),
    scope: z
      .enum(['sub', 'one', 'base'])
      .default('sub')
      .meta({
        title: 'How deep',
        'x-enumTitles': ['All below', 'One level below', 'Only that entry'],
        'x-order': 3,
      }),
    attributes: z.array(z.string()).default([]).meta({
      title: 'Attributes',
      description: 'Only these; an empty list gives all.',
      'x-order': 4,
    }),
    most: z.number().int().min(1).max(10_000).default(500).meta({
      title: 'Entries at most',
      'x-advanced': true,
      'x-order': 5,
    }),
  }),
  output: z.object({
    entries: z.array(entry).meta({ title: 'Entries' }),
    truncated: z.boolean().meta({ title: 'There were more entries' }),
  }),
  sample: { filter: '(mail=ada@example.org)' },
  sampleOutput: { entries: [sampleEntry], truncated: false },
  effects: { reads: true },
  config: ldapConfig,
  run: (ctx) => {
    const { base = ctx.config.baseDN, ...rest } = ctx.input;
    return withLdap(ctx, (client) =>
      findEntries(client, { base: base || ctx.config.baseDN, ...rest }),
    );
  },
});
