import { z } from 'zod';

import { defineEndpoint, jsonSchema } from '#base';
import type { FlowNode } from '#flows';

/** Steps whose output can be pinned: those that give data and leave by one exit. */
export function isPinnable(of: FlowNode | undefined): boolean {
  return of !== undefined && ['action', 'map', 'loop', 'call'].includes(of.kind);
}

const node = z.string().max(40);

/** What belongs to a draft and is never published: pinned outputs and breakpoints, by node. */
export const workbenchSchema = z.object({
  pins: z.record(node, z.object({ output: jsonSchema })),
  breakpoints: z.array(node),
});
export type Workbench = z.infer<typeof workbenchSchema>;

export const getWorkbench = defineEndpoint({
  name: 'runs.getWorkbench',
  method: 'GET',
  path: '/api/flows/:id/workbench',
  permission: 'flow.read',
  summary: 'Pinned outputs and breakpoints of a draft',
  params: z.object({ id: z.string() }),
  result: workbenchSchema,
});

export const changeWorkbench = defineEndpoint({
  name: 'runs.changeWorkbench',
  method: 'PATCH',
  path: '/api/flows/:id/workbench',
  permission: 'flow.edit',
  summary: 'Pin or unpin outputs (null), set or take breakpoints; what is not named stays',
  params: z.object({ id: z.string() }),
  body: z.strictObject({
    pins: z.record(node, z.object({ output: jsonSchema }).nullable()).default({}),
    breakpoints: z.record(node, z.boolean()).default({}),
  }),
  result: workbenchSchema,
});
