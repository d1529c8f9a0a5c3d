import { z } from 'zod';

import { customAuth, hostFields, tlsFields } from '#sdk';

/** What a connection to a directory holds beside its credential. */
export const ldapConfig = z.strictObject({
  ...hostFields('ldap.example.com', 636, 'Mostly 636 with TLS and 389 without.'),
  baseDN: z.string().min(1).meta({
    title: 'Base',
    description: 'Where searches begin unless a step says otherwise.',
    'x-placeholder': 'dc=example,dc=org',
    'x-order': 3,
  }),
  ...tlsFields(4),
});
export type LdapConfig = z.output<typeof ldapConfig>;

/** The scheme: the name of an entry and its password. */
export const bindAuth = customAuth(
  {
    id: 'bind',
    title: 'Name and password',
    help: 'An entry of the directory with the rights that the flows need.',
  },
  z.strictObject({
    dn: z.string().min(1).meta({
      title: 'Name (DN)',
      description: 'For Active Directory the name at the domain does too.',
      'x-placeholder': 'cn=reader,dc=example,dc=org',
    }),
    password: z.string().min(1).meta({ title: 'Password', 'x-secret': true }),
  }),
);
