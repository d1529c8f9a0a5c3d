import { ProblemError } from '@patchbay/shared/base';
import { z } from 'zod';

import { defineAction } from '#sdk';

import { ldapConfig } from './config.ts';
import { attributes, dn } from './fields.ts';
import { withLdap } from './with-ldap.ts';

const config = ldapConfig;
const done = z.object({ dn: z.string().meta({ title: 'Name (DN)' }) });
const sampleOutput = { dn: 'uid=ada,ou=people,dc=example,dc=org' };

/** Adds an entry. */
export const add = defineAction({
  title: 'Add an entry',
  description: 'Creates an entry with its attributes.',
  tags: ['create', 'user', 'directory'],
  input: z.strictObject({ dn, attributes }),
  output: done,
  sample: {
    ...sampleOutput,
    attributes: { objectClass: ['inetOrgPerson'], uid: 'ada', cn: 'Ada Lovelace', sn: 'Lovelace' },
  },
  sampleOutput,
  effects: { reads: false },
  config,
  run: (ctx) =>
    withLdap(ctx, async (client) => {
      await client.add(ctx.input.dn, ctx.input.attributes);
      return { dn: ctx.input.dn };
    }),
});

const change = z.strictObject({
  operation: z
    .enum(['replace', 'add', 'delete'])
    .default('replace')
    .meta({
      title: 'Change',
      'x-enumTitles': ['Replace the values', 'Add values', 'Remove values'],
      'x-order': 1,
    }),
  attribute: z.string().min(1).meta({ title: 'Attribute', 'x-order': 2 }),
  values: z.array(z.string()).default([]).meta({
    title: 'Values',
    description: 'Replace and remove without values take all of them away.',
    'x-order': 3,
  }),
});

/** Changes an entry. */
export const modify = defineAction({
  title: 'Modify an entry',
  description: 'Changes attributes of an entry, all or none.',
  tags: ['update', 'change', 'group', 'directory'],
  input: z.strictObject({
    dn,
    changes: z.array(change).min(1).meta({ title: 'Changes', 'x-order': 2 }),
  }),
  output: done,
  sample: { ...sampleOutput, changes: [{ attribute: 'mail', values: ['ada@example.org'] }] },
  sampleOutput,
  effects: { reads: false, destructive: true },
  config,
  run: (ctx) =>
    withLdap(ctx, async (client) => {
      const { Attribute, Change } = await import('ldapts');
      const changes = ctx.input.changes.map(({ operation, attribute, values }) => {
        const modification = new Attribute({ type: attribute, values });
        return new Change({ operation, modification });
      });
      await client.modify(ctx.input.dn, changes);
      return { dn: ctx.input.dn };
    }),
});

/** Renames or moves an entry. */
export const rename = defineAction({
  title: 'Rename an entry',
  description: 'Gives an entry another name, also one elsewhere in the directory.',
  tags: ['move', 'directory'],
  input: z.strictObject({
    dn,
    newDN: z.string().min(1).meta({ title: 'New name (DN)', 'x-order': 2 }),
  }),
  output: done,
  sample: { ...sampleOutput, newDN: 'uid=countess,ou=people,dc=example,dc=org' },
  sampleOutput: { dn: 'uid=countess,ou=people,dc=example,dc=org' },
  effects: { reads: false },
  config,
  run: (ctx) =>
    withLdap(ctx, async (client) => {
      await client.modifyDN(ctx.input.dn, ctx.input.newDN);
      return { dn: ctx.input.newDN };
    }),
});

/** Deletes an entry. */
export const deleteEntry = defineAction({
  title: 'Delete an entry',
  description: 'Deletes an entry that has none below it.',
  tags: ['remove', 'user', 'directory'],
  input: z.strictObject({ dn }),
  output: done,
  sample: sampleOutput,
  sampleOutput,
  effects: { reads: false, destructive: true },
  config,
  run: (ctx) =>
    withLdap(ctx, async (client) => {
      await client.del(ctx.input.dn);
      return { dn: ctx.input.dn };
    }),
});

/** Checks a password. */
export const checkPassword = defineAction({
  title: 'Check a password',
  description: 'Says whether an entry has this password, by signing in with it.',
  tags: ['bind', 'login', 'verify', 'directory'],
  input: z.strictObject({
    dn,
    password: z.string().meta({ title: 'Password', 'x-secret': true, 'x-order': 2 }),
  }),
  output: z.object({ valid: z.boolean().meta({ title: 'Is right' }) }),
  sample: { ...sampleOutput, password: 'a password' },
  sampleOutput: { valid: true },
  effects: { reads: true },
  config,
  run: async (ctx) => {
    const { dn: name, password } = ctx.input;
    // A sign-in without a password succeeds for everybody: it is nobody's.
    if (password === '') return { valid: false };
    try {
      return await withLdap(ctx, async () => ({ valid: true }), { dn: name, password });
    } catch (error) {
      if (error instanceof ProblemError && error.problem.code === 'auth_expired')
        return { valid: false };
      throw error;
    }
  },
});
