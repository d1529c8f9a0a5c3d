import { z } from 'zod';

/** How a failed attempt is repeated. `attempts` counts all tries, the first included. */
export const retrySchema = z.object({
  attempts: z.number().int().min(1).max(1000),
  backoff: z.enum(['constant', 'exponential']).default('exponential'),
  delayMs: z.number().int().min(0).max(86_400_000).default(1000),
  /** Upper bound of a delay that grows. */
  maxDelayMs: z.number().int().min(0).max(86_400_000).default(300_000),
  /** Spreads each delay over half to all of its length, so that many runs do not retry in step. */
  jitter: z.boolean().default(true),
});
export type RetrySettings = z.infer<typeof retrySchema>;

export const nodeSettingsSchema = z.object({
  retry: retrySchema.optional(),
  /** Time one attempt may take, in ms. */
  timeoutMs: z.number().int().min(1).max(86_400_000).optional(),
  /** The author's own words about this node. */
  notes: z.string().max(10_000).optional(),
});
export type NodeSettings = z.infer<typeof nodeSettingsSchema>;

const expression = z.string().max(200_000);
const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

const common = {
  id,
  /** Stable slug that expressions call the step by: `steps.<key>`. */
  key: z.string().regex(/^[a-z][a-z0-9_]{0,47}$/),
  title: z.string().max(10_000),
  position: z.object({ x: z.number(), y: z.number() }),
  /** The loop or group this node is drawn in; `position` is relative to it. */
  parent: id.optional(),
  settings: nodeSettingsSchema.default({}),
};

const size = z.object({ width: z.number(), height: z.number() });

/** How a webhook proves who sent it; the table of `signatureSchemes` in runs. */
export const signatureSchema = z.object({
  scheme: z.enum(['github', 'stripe', 'slack', 'shopify', 'standard-webhooks', 'custom']),
  /** Where the shared secret is: the id of a stored webhook secret. */
  secretId: z.string().optional(),
  header: z.string().optional(),
  prefix: z.string().optional(),
  encoding: z.enum(['hex', 'base64']).optional(),
  toleranceS: z.number().int().min(0).max(86_400).optional(),
});
export type SignatureConfig = z.infer<typeof signatureSchema>;

export const webhookConfigSchema = z.object({
  /** Methods answered; empty means any. */
  methods: z.array(z.string()).default([]),
  /** `accepted`: 202 with the run id at once. `respond`: waits for a respond node. */
  answer: z.enum(['accepted', 'respond']).default('accepted'),
  /** How long a caller waits for the respond node before it gets 202 after all, in ms. */
  respondTimeoutMs: z.number().int().min(100).max(300_000).default(30_000),
  signature: signatureSchema.optional(),
  /** Header whose value marks repeated deliveries; the first answer is given again. */
  deliveryHeader: z.string().optional(),
});

export const scheduleConfigSchema = z.object({
  mode: z.enum(['cron', 'every']).default('cron'),
  /** Cron with optional seconds, as croner reads it. */
  cron: z.string().max(200).default('0 9 * * *'),
  everySeconds: z.number().int().min(1).max(31_536_000).default(3600),
  timeZone: z.string().max(100).default('UTC'),
  /** What happens with times that passed while nobody was there. */
  missed: z.enum(['skip', 'once', 'all']).default('once'),
});

export type ScheduleConfig = z.infer<typeof scheduleConfigSchema>;

export const actionConfigSchema = z.object({
  connector: z.string(),
  /** Exact version the node was made with. */
  version: z.string(),
  action: z.string(),
  connection: z.string().optional(),
});

export const eventConfigSchema = z.object({
  connector: z.string(),
  /** Exact version the node was made with. */
  version: z.string(),
  trigger: z.string(),
  connection: z.string().optional(),
});

export const choiceCaseSchema = z.object({ id, label: z.string().max(200), when: expression });

/** How a flow that is started by hand is offered to programs, as a tool over MCP. */
export const toolOfferSchema = z.object({
  /** What programs call it by. */
  name: z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/),
  /** When to use it and what it gives: all that a program knows of it. */
  description: z.string().max(2000),
  /** JSON Schema of the object it takes, which becomes the payload of the run. */
  input: z.record(z.string(), z.any()),
});
export type ToolOffer = z.infer<typeof toolOfferSchema>;

export const nodeSchema = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('manual'),
    config: z.object({ tool: toolOfferSchema.optional() }).default({}),
  }),
  z.object({ ...common, kind: z.literal('webhook'), config: webhookConfigSchema }),
  z.object({ ...common, kind: z.literal('schedule'), config: scheduleConfigSchema }),
  /** Started by another flow's call node. */
  z.object({ ...common, kind: z.literal('called'), config: z.object({}).default({}) }),
  /**
   * A connector's trigger: looks for new items and starts a run for each. Input is what the person
   * chose; nothing ran before, so it holds literals only.
   */
  z.object({
    ...common,
    kind: z.literal('event'),
    config: eventConfigSchema,
    input: expression.default('{}'),
  }),
  z.object({ ...common, kind: z.literal('action'), config: actionConfigSchema, input: expression }),
  /** Its output is its input: the mapped value. */
  z.object({
    ...common,
    kind: z.literal('map'),
    config: z.object({}).default({}),
    input: expression,
  }),
  /** The first case whose `when` is true names the port; none: `else`. Output: what went in. */
  z.object({
    ...common,
    kind: z.literal('choice'),
    config: z.object({ cases: z.array(choiceCaseSchema).max(50) }),
  }),
  /**
   * Input is the list; the nodes whose `parent` is the loop run once per item. Output:
   * `{ items: results in order, errors: [{ index, problem }] }`.
   */
  z.object({
    ...common,
    kind: z.literal('loop'),
    size: size.optional(),
    config: z.object({
      concurrency: z.number().int().min(1).max(1000).default(1),
      onItemError: z.enum(['stop', 'collect']).default('stop'),
    }),
    input: expression,
  }),
  /** `all` waits for every wire, `any` goes on with the first. Output: outputs by step key. */
  z.object({
    ...common,
    kind: z.literal('join'),
    config: z.object({ mode: z.enum(['all', 'any']).default('all') }),
  }),
  /** Input is seconds (`for`) or an ISO time (`until`). Output: `{ until }`. */
  z.object({
    ...common,
    kind: z.literal('wait'),
    config: z.object({ mode: z.enum(['for', 'until']).default('for') }),
    input: expression,
  }),
  /** Input is `{ status, headers, body }`; answers the webhook that started the run. */
  z.object({
    ...common,
    kind: z.literal('respond'),
    config: z.object({}).default({}),
    input: expression,
  }),
  /** Runs another flow's live version with the input as payload and waits for its output. */
  z.object({
    ...common,
    kind: z.literal('call'),
    config: z.object({ flow: z.string() }),
    input: expression,
  }),
  /** Ends its branch with an error; input is the message, or `{ message, hint }`. */
  z.object({
    ...common,
    kind: z.literal('fail'),
    config: z.object({}).default({}),
    input: expression,
  }),
  /** Seen on the canvas only. */
  z.object({
    ...common,
    kind: z.literal('note'),
    size: size.optional(),
    config: z.object({ text: z.string().max(20_000), color: z.string().max(20).optional() }),
  }),
  z.object({
    ...common,
    kind: z.literal('group'),
    size: size.optional(),
    config: z.object({ folded: z.boolean().default(false), color: z.string().max(20).optional() }),
  }),
]);

/** One box of the graph. */
export type FlowNode = z.infer<typeof nodeSchema>;
export type NodeKind = FlowNode['kind'];
export type NodeOf<K extends NodeKind> = Extract<FlowNode, { kind: K }>;

export const TRIGGER_KINDS = [
  'manual',
  'webhook',
  'schedule',
  'called',
  'event',
] as const satisfies NodeKind[];
export type TriggerKind = (typeof TRIGGER_KINDS)[number];
export type TriggerNode = NodeOf<TriggerKind>;

export function isTrigger(node: FlowNode): node is TriggerNode {
  return (TRIGGER_KINDS as readonly string[]).includes(node.kind);
}

/** Drawn, never executed. */
export function isDecoration(node: FlowNode): node is NodeOf<'note' | 'group'> {
  return node.kind === 'note' || node.kind === 'group';
}
