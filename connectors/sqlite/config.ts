import { z } from 'zod';

/** What a connection to a SQLite file holds. */
export const sqliteConfig = z.strictObject({
  file: z.string().min(1).meta({
    title: 'File',
    description: 'Its path in the folder that the operator has set up for SQLite files.',
    'x-placeholder': 'orders.db',
    'x-order': 1,
  }),
  access: z
    .enum(['read', 'write'])
    .default('read')
    .meta({
      title: 'Access',
      'x-enumTitles': ['Read only', 'Read and write'],
      'x-order': 2,
    }),
  timeLimitSeconds: z.number().min(0.1).max(3600).default(60).meta({
    title: 'Time limit (seconds)',
    description: 'A step that takes longer is ended; nothing of it is kept.',
    'x-advanced': true,
    'x-order': 3,
  }),
});
export type SqliteConfig = z.output<typeof sqliteConfig>;
