import { z } from 'zod';

import { defineEndpoint, problemSchema } from '#base';

/** Where a trigger of a connector stands. Times are ms since 1970. */
export const triggerStateSchema = z.object({
  node: z.string(),
  /** A live version of the flow listens to it. */
  live: z.boolean(),
  /** Where the other system sends its events. */
  url: z.string().optional(),
  /**
   * `manual`: a person enters the address at the provider. `asking` and `leaving`: the provider is
   * being told. `lost`: nobody can say whether the provider still knows the address.
   */
  state: z.enum(['manual', 'asking', 'live', 'leaving', 'lost']).optional(),
  /** Since when the provider knows the address. */
  since: z.number().optional(),
  /** When something came that was proved. */
  lastAt: z.number().optional(),
  /** When a poll last looked, and looks next; or when a registration is renewed. */
  lookedAt: z.number().optional(),
  nextAt: z.number().optional(),
  /** Whether the secret that a person or the provider enters is there. */
  secret: z.enum(['set', 'missing']).optional(),
  /** What the provider wants to be told once, so that it believes in the address. */
  confirm: z.string().optional(),
  /** Why the last look, or the last word to the provider, failed, and how often in a row. */
  problem: problemSchema.optional(),
  failures: z.number().int().optional(),
});
export type TriggerState = z.infer<typeof triggerStateSchema>;

export const listTriggers = defineEndpoint({
  name: 'runs.listTriggers',
  method: 'GET',
  path: '/api/flows/:id/triggers',
  permission: 'flow.read',
  summary: "Where the triggers of a flow's connectors stand",
  params: z.object({ id: z.string() }),
  result: z.object({ items: z.array(triggerStateSchema) }),
});

/** For triggers whose address a person enters at the provider, before or after publishing. */
export const makeAddress = defineEndpoint({
  name: 'runs.makeAddress',
  method: 'POST',
  path: '/api/flows/:id/triggers/:node/address',
  permission: 'flow.edit',
  summary: 'Make the address of a trigger, and keep the secret that proves what comes there',
  params: z.object({ id: z.string(), node: z.string() }),
  body: z.strictObject({ secret: z.string().min(1).max(10_000).optional() }),
  result: triggerStateSchema,
});
