import { z } from 'zod';

import { httpBindingSchema, paginateSchema } from './http-binding.ts';
import { jsonSchemaSchema } from './json-schema.ts';
import { signatureRuleSchema } from './signature-rule.ts';

const common = {
  title: z.string(),
  description: z.string().optional(),
  tags: z.array(z.string()).optional(),
  scopes: z.array(z.string()).optional(),
  /** What the person chooses: which folder, which events. */
  input: jsonSchemaSchema,
  /** What the flow gets as `trigger` (a poll: one item; a webhook: the body). */
  payload: jsonSchemaSchema.optional(),
  sample: z.any(),
};

/** What a provider asks of a webhook before it sends anything. */
export const handshakeSchema = z.discriminatedUnion('kind', [
  /** The answer repeats a value: from the body path or the query parameter named. */
  z.object({
    kind: z.literal('echo'),
    in: z.enum(['body', 'query']),
    path: z.string(),
    /** Only requests that hold this are handshakes, such as `type=url_verification`. */
    when: z.object({ path: z.string(), equals: z.string() }).optional(),
    answerKey: z.string().optional(),
  }),
  /** The provider sends requests with wrong signatures and wants 401 for them, else 200. */
  z.object({ kind: z.literal('intent') }),
]);

/** An event source of a connector, as data. */
export const triggerSchema = z.discriminatedUnion('type', [
  z.object({
    ...common,
    type: z.literal('poll'),
    /** Seconds between two looks unless the person sets others. */
    everyS: z.number().int().min(10),
    /** The request, when it needs no code. */
    http: httpBindingSchema.optional(),
    paginate: paginateSchema.optional(),
    /** Dotted path of an item's identity: an item is delivered once. */
    key: z.string(),
    /** Where the last look ended: `path` in an item, sent as the query parameter `param`. */
    cursor: z
      .object({
        path: z.string(),
        param: z.string(),
        /** How it is written in the parameter; `{value}` stands for it. */
        template: z.string().optional(),
        format: z.enum(['iso', 'unix', 'unixMs', 'text']).default('text'),
        /** Seconds that are looked at again, for items that come in late. */
        overlapS: z.number().optional(),
      })
      .optional(),
    /** Newest first, or oldest first: items are always delivered oldest first. */
    order: z.enum(['asc', 'desc']).default('desc'),
  }),
  z.object({
    ...common,
    type: z.literal('webhook'),
    verify: signatureRuleSchema.optional(),
    handshake: handshakeSchema.optional(),
    /** Header or `body.<path>` that marks a repeated delivery. */
    deliveryId: z.string().optional(),
    /** Only these deliveries start a run: header or `body.<path>`, and the input that must equal it. */
    event: z.object({ from: z.string(), input: z.string() }).optional(),
    /** Calls that register and remove the address: `{webhook.url}`, `{webhook.secret}`, `{webhook.id}`. */
    subscribe: httpBindingSchema.optional(),
    /** Dotted path of the registration's id in the answer of `subscribe`. */
    subscriptionId: z.string().optional(),
    /** Dotted path of the signing secret there, when the provider makes it and not we. */
    subscriptionSecret: z.string().optional(),
    unsubscribe: httpBindingSchema.optional(),
    renew: httpBindingSchema.optional(),
    renewEveryS: z.number().optional(),
    /** What the person does at the provider when there is no call for it. */
    instructions: z.string().optional(),
  }),
]);
export type TriggerManifest = z.infer<typeof triggerSchema>;
