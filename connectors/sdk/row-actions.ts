/** How the writing actions of SQL databases are called and what they do, whichever the database. */
export const rowActions = {
  insert: {
    title: 'Insert rows',
    description: 'Adds one row or many to a table, all or none.',
    tags: ['create', 'add', 'write', 'database'],
    effects: { reads: false, dryRun: true },
  },
  upsert: {
    title: 'Insert or update rows',
    description: 'Adds rows, and updates those whose key exists. Safe to run twice.',
    tags: ['upsert', 'merge', 'sync', 'write', 'database'],
    effects: { reads: false, idempotent: true, dryRun: true },
  },
  update: {
    title: 'Update rows',
    description: 'Sets columns of the rows that meet the conditions.',
    tags: ['change', 'edit', 'set', 'write', 'database'],
    effects: { reads: false, destructive: true, idempotent: true, dryRun: true },
  },
  deleteRows: {
    title: 'Delete rows',
    description: 'Deletes the rows that meet the conditions.',
    tags: ['remove', 'erase', 'write', 'database'],
    effects: { reads: false, destructive: true, idempotent: true, dryRun: true },
  },
};
