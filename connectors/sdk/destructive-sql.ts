import type { ActionManifest } from '@patchbay/shared/catalog';

/** What in the `sql` of an action removes or overwrites. Functions that do so can't be seen from here. */
export const destructiveSql: ActionManifest['effects']['destructiveWhen'] = [
  {
    field: 'sql',
    words: ['delete', 'update', 'merge', 'replace into', 'or replace', 'truncate', 'drop', 'alter'],
  },
];
