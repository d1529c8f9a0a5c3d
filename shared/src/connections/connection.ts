import { z } from 'zod';

import { problemSchema } from '#base';

export const CONNECTION_STATUSES = [
  'active',
  'expiring',
  'auth_error',
  'unreachable',
  'degraded',
  'disabled',
  'never_tested',
] as const;
export type ConnectionStatus = (typeof CONNECTION_STATUSES)[number];

/** Who may use it: everybody, the project, or the person who made it. */
export const CONNECTION_SCOPES = ['global', 'project', 'personal'] as const;
export type ConnectionScope = (typeof CONNECTION_SCOPES)[number];

/** When the credential will end unless somebody acts, and how that is known. */
export const forecastSchema = z.object({
  at: z.number(),
  /** The person said so; the provider documents or told it; the one before lived that long. */
  because: z.enum(['stated', 'provider', 'observed']),
});
export type Forecast = z.infer<typeof forecastSchema>;

/** A connection as anyone may see it: which secret fields are set, by whom and when, not what. */
export const connectionSchema = z.object({
  id: z.string(),
  name: z.string(),
  connector: z.string(),
  version: z.string(),
  scope: z.enum(CONNECTION_SCOPES),
  /** The project it was made in: the one whose people may use it, with that scope. */
  project: z.string(),
  owner: z.object({ id: z.string(), name: z.string() }),
  config: z.record(z.string(), z.any()),
  authScheme: z.string(),
  /** Names of the credential's fields that hold a value. */
  secretsSet: z.array(z.string()),
  secretsSetAt: z.number().optional(),
  secretsSetBy: z.string().optional(),
  /** Scopes the provider granted, for OAuth. */
  scopes: z.array(z.string()).optional(),
  /** As whom the last test found it signed in. */
  identity: z.string().optional(),
  status: z.enum(CONNECTION_STATUSES),
  statusReason: problemSchema.optional(),
  statusSince: z.number(),
  testedAt: z.number().optional(),
  forecast: forecastSchema.optional(),
  /** The step of the guided set-up it waits at; absent when that is done. */
  setup: z.enum(['authenticate', 'test']).optional(),
  /** Flows whose draft or live version uses it. */
  usedBy: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Runs of those flows in the last 24 hours. */
  dailyRuns: z.number(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type Connection = z.infer<typeof connectionSchema>;
