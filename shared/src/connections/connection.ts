import { z } from 'zod';

import { problemSchema } from '#base';

export const CONNECTION_STATUSES = [
  'active',
  'auth_error',
  'unreachable',
  'degraded',
  'disabled',
  'never_tested',
] as const;
export type ConnectionStatus = (typeof CONNECTION_STATUSES)[number];

/** A connection as anyone may see it: which secret fields are set, by whom and when, not what. */
export const connectionSchema = z.object({
  id: z.string(),
  name: z.string(),
  connector: z.string(),
  version: z.string(),
  config: z.record(z.string(), z.any()),
  authScheme: z.string(),
  /** Names of the credential's fields that hold a value. */
  secretsSet: z.array(z.string()),
  secretsSetAt: z.number().optional(),
  secretsSetBy: z.string().optional(),
  status: z.enum(CONNECTION_STATUSES),
  statusReason: problemSchema.optional(),
  statusSince: z.number(),
  /** Flows whose draft or live version uses it. */
  usedBy: z.array(z.object({ id: z.string(), name: z.string() })),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type Connection = z.infer<typeof connectionSchema>;
