import { z } from 'zod';

import { problemSchema } from '#base';

/** The parts of a request's time, in their order. `wait` is until the first byte. */
export const PHASES = ['dns', 'connect', 'tls', 'wait', 'body'] as const;
export type Phase = (typeof PHASES)[number];

/**
 * One request as it went out and what came back, secrets masked. Times are ms; sizes are bytes;
 * bodies are excerpts. `status` is absent when nothing came back; `sent: false` for a preview.
 */
export const exchangeSchema = z.object({
  method: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string().optional(),
  bytes: z.number().int(),
  sent: z.boolean(),
  /** ms since 1970. */
  startedAt: z.number(),
  ms: z.number(),
  /** An open connection was used again, so that nothing had to be resolved or dialled. */
  reused: z.boolean(),
  timeline: z.array(z.object({ phase: z.enum(PHASES), at: z.number(), ms: z.number() })),
  answer: z
    .object({
      status: z.number().int(),
      headers: z.record(z.string(), z.string()),
      body: z.string().optional(),
      bytes: z.number().int(),
      /** The body is not text. */
      binary: z.boolean(),
    })
    .optional(),
  problem: problemSchema.optional(),
});
export type Exchange = z.infer<typeof exchangeSchema>;

/** How often something was tried: requests that were sent again after the same one went wrong. */
export function attemptsOf(exchanges: readonly Exchange[]): number {
  const failed = new Set<string>();
  let again = 0;
  for (const { method, url, body = '', answer } of exchanges) {
    const request = `${method} ${url} ${body}`;
    if (failed.has(request)) again++;
    if (!answer || answer.status >= 400) failed.add(request);
  }
  return exchanges.length === 0 ? 0 : again + 1;
}
