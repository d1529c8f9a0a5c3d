import { z } from 'zod';

import { defineEndpoint, jsonSchema, pageOf, pageQuery } from '#base';

export const auditEntrySchema = z.object({
  id: z.string(),
  at: z.number(),
  /** Id and name of the person, or `system`. */
  actor: z.string(),
  actorName: z.string(),
  /** The endpoint's name, `flows.edit`, or an event such as `access.signInRefused`. */
  action: z.string(),
  /** What it was done to: `flow:<id>`. */
  subject: z.string(),
  /** Id of the project in which it was done; what concerns none, such as a sign-in, has none. */
  project: z.string().optional(),
  /** What that is called, or was called last; a run by its flow. */
  name: z.string().optional(),
  /** It is not there any more. */
  gone: z.literal(true).optional(),
  /** What a person should know about it; never a secret. */
  details: z.record(z.string(), jsonSchema),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** Owners see every entry, and may ask for those of one project; others see those of theirs. */
export const listAudit = defineEndpoint({
  name: 'audit.list',
  method: 'GET',
  path: '/api/audit',
  permission: 'audit.read',
  summary: 'The audit log, newest first',
  query: pageQuery.extend({
    actor: z.string().optional(),
    action: z.string().optional(),
    subject: z.string().optional(),
    project: z.string().optional(),
  }),
  result: pageOf(auditEntrySchema),
});
