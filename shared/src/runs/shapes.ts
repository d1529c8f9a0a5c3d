import { z } from 'zod';

import { defineEndpoint, okSchema } from '#base';
import { payloadShapeSchema } from '#mapping';

const params = z.object({ id: z.string() });
const partsSchema = z.record(z.string(), payloadShapeSchema);

/** What production payloads look like, part by part: `trigger`, `steps.<key>`. */
export const productionShapesSchema = z.object({
  usual: partsSchema,
  latest: partsSchema,
  /** The newest run that was looked at, and when it was made (ms); absent before the first. */
  run: z.string().optional(),
  at: z.number().optional(),
});
export type ProductionShapes = z.infer<typeof productionShapesSchema>;

export const getShapes = defineEndpoint({
  name: 'runs.shapes',
  method: 'GET',
  path: '/api/flows/:id/shapes',
  permission: 'flow.read',
  summary: 'What the payloads of the live version look like: usually, and in its newest run',
  params,
  result: productionShapesSchema,
});

export const acceptShapes = defineEndpoint({
  name: 'runs.acceptShapes',
  method: 'POST',
  path: '/api/flows/:id/shapes/accept',
  permission: 'flow.edit',
  summary: 'Say that payloads are right as they come now: they are no drift any more',
  params,
  result: okSchema,
});
