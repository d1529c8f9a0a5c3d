/** The LDAP connector, for OpenLDAP, Active Directory and other directories. */
import { defineConnector, noAuth, readIcon } from '#sdk';

import { bindAuth, ldapConfig } from './config.ts';
import { add, checkPassword, deleteEntry, modify, rename } from './entries.ts';
import { errorRules } from './explain-error.ts';
import { search } from './search.ts';
import { changedEntry } from './triggers.ts';
import { ldapContext, withLdap } from './with-ldap.ts';

export const ldap = defineConnector({
  id: 'ldap',
  version: '1.0.0',
  name: 'LDAP',
  description:
    'Users, groups and other entries of a directory such as OpenLDAP or Active Directory.',
  kind: 'protocol',
  categories: ['Directory'],
  useCases: [
    'Create a user when somebody is hired, and take the rights away at the end.',
    'Look up who somebody is by a mail address.',
    'Copy changed users into another system.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#4b6584' },
  docsUrl: 'https://www.openldap.org/doc/',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: { allowedHosts: ['{config.host}'] },
  config: ldapConfig,
  auth: [bindAuth, noAuth()],
  actions: { search, add, modify, rename, delete: deleteEntry, checkPassword },
  triggers: { changedEntry },
  options: {},
  errors: errorRules,
  test: (ctx) =>
    withLdap(ldapContext(ctx), async (client) => {
      const { baseDN } = ldapContext(ctx).config;
      await client.search(baseDN, { scope: 'base', attributes: ['1.1'] });
      return { identity: `${ctx.credential?.fields.dn ?? 'Nobody'} in ${baseDN}` };
    }),
});
