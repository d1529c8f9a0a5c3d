import { z } from 'zod';

import { type ActionContext, defineAction, type HttpFacts, statusProblem, textOf } from '#sdk';

import { withHeaders } from './sign.ts';

const answer = z.object({ id: z.string(), status: z.number(), body: z.any() });
const headers = z.record(z.string(), z.string()).default({}).meta({
  title: 'Headers',
  description: 'Sent beside those of the signature.',
  'x-advanced': true,
});
const SAMPLE_ANSWER = { id: 'run-1-step-2', status: 204, body: null };

export const sendEvent = defineAction({
  title: 'Send an event',
  description: 'Sends { type, timestamp, data }, as Standard Webhooks advises.',
  tags: ['webhook', 'notify', 'post', 'publish'],
  docsUrl: 'https://www.standardwebhooks.com/',
  input: z.strictObject({
    type: z
      .string()
      .regex(/^[\w.-]+$/, 'holds letters, digits and dots only')
      .meta({ title: 'Type', 'x-placeholder': 'order.paid', 'x-order': 1 }),
    data: z.any().meta({ title: 'Data', description: 'What happened.', 'x-order': 2 }),
    timestamp: z.iso
      .datetime({ offset: true })
      .optional()
      .meta({ title: 'When it happened', description: 'Empty is now.', 'x-order': 3 }),
    headers,
  }),
  output: answer,
  sample: { type: 'order.paid', data: { id: '1042' }, timestamp: '2026-11-24T09:30:00Z' },
  sampleOutput: SAMPLE_ANSWER,
  effects: { reads: false, idempotent: true },
  run: (ctx, facts) => {
    const { type, data, timestamp = new Date().toISOString(), headers: more } = ctx.input;
    return deliver(facts, ctx, { body: { type, timestamp, data }, more });
  },
});

export const sendBody = defineAction({
  title: 'Send a body',
  description: 'Sends any JSON, for receivers with a form of their own.',
  tags: ['webhook', 'notify', 'post', 'payload'],
  input: z.strictObject({
    body: z.any().meta({ title: 'Body', 'x-order': 1 }),
    headers,
  }),
  output: answer,
  sample: { body: { text: 'Order 1042 is paid.' } },
  sampleOutput: SAMPLE_ANSWER,
  effects: { reads: false, idempotent: true },
  run: (ctx, facts) => deliver(facts, ctx, { body: ctx.input.body, more: ctx.input.headers }),
});

// The id is the same for every attempt of a step, so a receiver can tell a repetition.
async function deliver(
  facts: HttpFacts,
  ctx: ActionContext,
  { body, more }: { body: unknown; more: Record<string, string> },
): Promise<z.infer<typeof answer>> {
  const id = ctx.idempotencyKey;
  const given = await ctx.http.request({
    method: 'POST',
    url: textOf(ctx.config.url),
    headers: withHeaders(more, { 'webhook-id': id }),
    body: body ?? null,
    bodyType: 'json',
    signal: ctx.signal,
  });
  const failure = statusProblem(given, facts.errors);
  if (failure) throw failure;
  return { id, status: given.status, body: given.body ?? null };
}
