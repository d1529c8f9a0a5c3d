import { z } from 'zod';

import { defineEndpoint, okSchema, problemSchema } from '#base';

import { flowEditSchema } from './edit.ts';
import { flowSchema, flowSummarySchema, retentionSchema, savedEditSchema } from './flow.ts';
import { graphSchema } from './graph.ts';

const params = z.object({ id: z.string() });
const name = z.string().trim().min(1).max(10_000);
const folder = z.string().max(200);

export const listFlows = defineEndpoint({
  name: 'flows.list',
  method: 'GET',
  path: '/api/flows',
  permission: 'flow.read',
  summary: 'The flows of the project with their live version and last run',
  query: z.object({ search: z.string().max(200).optional() }),
  result: z.object({ items: z.array(flowSummarySchema) }),
});

export const createFlow = defineEndpoint({
  name: 'flows.create',
  method: 'POST',
  path: '/api/flows',
  permission: 'flow.edit',
  summary: 'Make a flow, empty or from a graph',
  body: z.object({ name, folder: folder.optional(), graph: graphSchema.optional() }),
  result: flowSchema,
});

export const getFlow = defineEndpoint({
  name: 'flows.get',
  method: 'GET',
  path: '/api/flows/:id',
  permission: 'flow.read',
  summary: 'One flow with its draft',
  params,
  result: flowSchema,
});

export const updateFlow = defineEndpoint({
  name: 'flows.update',
  method: 'PATCH',
  path: '/api/flows/:id',
  permission: 'flow.edit',
  summary: 'Rename a flow, move it to a folder, set how long its runs are kept',
  params,
  body: z.strictObject({
    name: name.optional(),
    folder: folder.optional(),
    retention: retentionSchema.optional(),
  }),
  result: flowSummarySchema,
});

/**
 * Refused with 409 while something would stop working there: what it names of its old project, and
 * flows of its old project that call it. Details are `{ problems }`, each naming one.
 */
export const moveFlow = defineEndpoint({
  name: 'flows.move',
  method: 'POST',
  path: '/api/flows/:id/move',
  permission: 'flow.edit',
  summary: 'Move a flow with its versions, runs and tests to another project',
  params,
  body: z.strictObject({ project: z.string().max(200) }),
  result: flowSummarySchema,
});

export const deleteFlow = defineEndpoint({
  name: 'flows.delete',
  method: 'DELETE',
  path: '/api/flows/:id',
  permission: 'flow.edit',
  summary: 'Delete a flow with its versions and runs',
  params,
  result: okSchema,
});

/**
 * Saves edits that were made on `revision`. When others saved meanwhile and nothing overlaps, ours
 * follow theirs and `theirs` says what came in between; when something overlaps, 409 `conflict`
 * whose details are `{ revision, theirs, overlap }`, and nothing is stored.
 */
export const editFlow = defineEndpoint({
  name: 'flows.edit',
  method: 'POST',
  path: '/api/flows/:id/edits',
  permission: 'flow.edit',
  summary: 'Save edits to the draft',
  params,
  body: z.strictObject({
    revision: z.number().int(),
    edits: z.array(flowEditSchema).min(1).max(1000),
    /** Save although others changed the same things; theirs are overwritten where they overlap. */
    takeOver: z.boolean().optional(),
  }),
  result: z.object({ revision: z.number().int(), theirs: z.array(savedEditSchema) }),
});

export const listEdits = defineEndpoint({
  name: 'flows.listEdits',
  method: 'GET',
  path: '/api/flows/:id/edits',
  permission: 'flow.read',
  summary: 'The edits saved after a revision, oldest first',
  params,
  query: z.object({ since: z.coerce.number().int().default(0) }),
  result: z.object({ items: z.array(savedEditSchema) }),
});

/** Everything wrong with the draft, with its places: the marks on the canvas. */
export const checkFlow = defineEndpoint({
  name: 'flows.check',
  method: 'GET',
  path: '/api/flows/:id/problems',
  permission: 'flow.read',
  summary: 'What would keep the draft from being published',
  params,
  result: z.object({ problems: z.array(problemSchema) }),
});
