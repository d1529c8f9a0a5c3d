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
  /** What the flow gets as `trigger`: one item of a poll, or what one event of a webhook says. */
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
    /** The answer is JSON with the value under this name; without it, the value as text. */
    answerKey: z.string().optional(),
  }),
  /**
   * The first request holds the secret that later ones are signed with, at this path of the body. It
   * is taken once, and shown to the person, who proves with it that the address is theirs.
   */
  z.object({ kind: z.literal('secret'), path: z.string() }),
]);

/** Where the secret comes from that proves a delivery. */
export const hookSecretSchema = z.discriminatedUnion('from', [
  /** We make it and hand it over in `subscribe` as `{webhook.secret}`. */
  z.object({ from: z.literal('us') }),
  /** The provider makes it; its dotted path in the answer of `subscribe`. */
  z.object({ from: z.literal('answer'), path: z.string() }),
  /** The person finds it at the provider; `help` says where. */
  z.object({ from: z.literal('person'), help: z.string() }),
  /** It comes with the handshake of that kind. */
  z.object({ from: z.literal('handshake') }),
]);

/** A message that only the provider can tell the truth of: `inputs` are the headers it is asked about. */
const askedSchema = z.object({
  http: httpBindingSchema,
  /** Header by the input of `http` it becomes. */
  inputs: z.record(z.string(), z.string()),
  /** The input that the body becomes. */
  body: z.string(),
  /** What `http` must give for a true one. */
  equals: z.string(),
});

/** Registrations as the provider lists them: how ours is found when its id got lost. */
const foundSchema = z.object({
  http: httpBindingSchema,
  /** Dotted paths: of the list in what `http` gives, and of the address and the id in an item. */
  items: z.string(),
  url: z.string(),
  id: z.string(),
});

const pollSchema = z.object({
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
});

const webhookSchema = z.object({
  ...common,
  type: z.literal('webhook'),
  verify: signatureRuleSchema.optional(),
  /** Beside or in place of `verify`. */
  ask: askedSchema.optional(),
  /** Default: ours when there is a `subscribe`, else the person's. */
  secret: hookSecretSchema.optional(),
  handshake: handshakeSchema.optional(),
  /** Dotted path of a list in the body: each item is an event, and `body.<path>` a path in it. */
  items: z.string().optional(),
  /** Header or `body.<path>` that marks a repeated delivery; or several of them, with blanks between. */
  deliveryId: z.string().optional(),
  /** Only these start a run: header or `body.<path>`, and the input that must equal or hold it. */
  event: z.object({ from: z.string(), input: z.string() }).optional(),
  /**
   * An event that our own account caused: where both parts hold the same. It starts nothing, for a flow
   * that answers it would start itself again.
   */
  ours: z.object({ from: z.string(), equals: z.string() }).optional(),
  /** The message says only that there is news: the poll trigger of this name looks for it. */
  look: z.string().optional(),
  /** Status of the answer to a delivery. Default 200. */
  answers: z.number().int().optional(),
  /**
   * Calls that register, prolong and remove the address. They may hold `{webhook.url}`,
   * `{webhook.secret}`, `{webhook.id}` (what the provider called it), `{webhook.attempt}` (new for each
   * `subscribe`) and `{webhook.expires}`; all but `subscribe` get the inputs alone that they name.
   */
  subscribe: httpBindingSchema.optional(),
  /** Dotted path of the registration's id in what `subscribe` gives. */
  subscriptionId: z.string().optional(),
  unsubscribe: httpBindingSchema.optional(),
  /** Without it a registration is renewed by a new one, and the old one removed. */
  renew: httpBindingSchema.optional(),
  renewEveryS: z.number().optional(),
  /** How long a registration is asked for, in seconds: makes `{webhook.expires}`, an ISO time. */
  lastsS: z.number().optional(),
  find: foundSchema.optional(),
  /** What the person does at the provider when there is no call for it. */
  instructions: z.string().optional(),
});

/** An event source of a connector, as data. */
export const triggerSchema = z.discriminatedUnion('type', [pollSchema, webhookSchema]);
export type TriggerManifest = z.infer<typeof triggerSchema>;
export type PollManifest = z.infer<typeof pollSchema>;
export type WebhookManifest = z.infer<typeof webhookSchema>;
export type HookSecret = z.infer<typeof hookSecretSchema>;

/** Where the secret of a webhook trigger comes from; undefined when nothing is proved by one. */
export function secretOf({ verify, secret, subscribe }: WebhookManifest): HookSecret | undefined {
  if (secret || !verify) return secret;
  return subscribe
    ? { from: 'us' }
    : { from: 'person', help: 'The provider shows it where the address is entered.' };
}
