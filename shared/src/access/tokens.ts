import { z } from 'zod';

import { defineEndpoint, okSchema, type Permission } from '#base';

/** What programs that come with a token may do in its project: start flows and see what came of it. */
export const TOKEN_PERMISSIONS: readonly Permission[] = ['flow.read', 'run.read', 'run.start'];

/** A token as it is listed. Times are ms since 1970. */
export const accessTokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Its first letters, to know it again by. */
  start: z.string(),
  createdAt: z.number(),
  createdBy: z.string(),
  /** To the hour. */
  usedAt: z.number().optional(),
});
export type AccessToken = z.infer<typeof accessTokenSchema>;

export const listTokens = defineEndpoint({
  name: 'access.listTokens',
  method: 'GET',
  path: '/api/tokens',
  permission: 'project.edit',
  summary: 'The tokens with which programs may run flows of the project',
  result: z.object({ items: z.array(accessTokenSchema) }),
});

export const createToken = defineEndpoint({
  name: 'access.createToken',
  method: 'POST',
  path: '/api/tokens',
  permission: 'project.edit',
  summary: 'Make a token for the project; its text is in this answer and nowhere else',
  body: z.strictObject({ name: z.string().trim().min(1).max(200) }),
  result: accessTokenSchema.extend({ text: z.string() }),
});

export const revokeToken = defineEndpoint({
  name: 'access.revokeToken',
  method: 'DELETE',
  path: '/api/tokens/:id',
  permission: 'project.edit',
  summary: 'End a token; programs that use it are refused from then on',
  params: z.object({ id: z.string() }),
  result: okSchema,
});
