import { z } from 'zod';

import { defineEndpoint, okSchema } from '#base';

import { ROLES } from './roles.ts';

const params = z.object({ id: z.string() });
const name = z.string().trim().min(1, 'A project needs a name.').max(100);

/** A project: whose flows, functions and connections stand apart from those of others. */
export const projectSchema = z.object({
  /** Made of its first name, and part of addresses; it stays when the project is renamed. */
  id: z.string(),
  name: z.string(),
});
export type Project = z.infer<typeof projectSchema>;

/** A project as lists show it. Times are ms since 1970. */
export const projectSummarySchema = projectSchema.extend({
  createdAt: z.number(),
  createdBy: z.string(),
  /** What the caller is in it; a token has no role. */
  role: z.enum(ROLES).optional(),
  flows: z.number().int(),
  /** Flows whose last run failed. */
  failing: z.number().int(),
  /** Those that belong to it; personal ones and those for all projects are not counted. */
  connections: z.number().int(),
  functions: z.number().int(),
  tokens: z.number().int(),
});
export type ProjectSummary = z.infer<typeof projectSummarySchema>;

export const listProjects = defineEndpoint({
  name: 'access.listProjects',
  method: 'GET',
  path: '/api/projects',
  permission: 'flow.read',
  summary: 'The projects, by name, with what is in them',
  result: z.object({ items: z.array(projectSummarySchema) }),
});

export const createProject = defineEndpoint({
  name: 'access.createProject',
  method: 'POST',
  path: '/api/projects',
  permission: 'settings.edit',
  summary: 'Make a project',
  body: z.strictObject({ name }),
  result: projectSchema,
});

export const renameProject = defineEndpoint({
  name: 'access.renameProject',
  method: 'PATCH',
  path: '/api/projects/:id',
  permission: 'project.edit',
  summary: 'Rename a project; its id and its addresses stay',
  params,
  body: z.strictObject({ name }),
  result: projectSchema,
});

/** Refused with 409 while flows or connections are in it; its functions and tokens go with it. */
export const deleteProject = defineEndpoint({
  name: 'access.deleteProject',
  method: 'DELETE',
  path: '/api/projects/:id',
  permission: 'settings.edit',
  summary: 'Delete a project that has no flows and no connections any more',
  params,
  result: okSchema,
});
