import type { ConnectorManifest, JsonSchema, TriggerManifest } from '@patchbay/shared/catalog';
import { z } from 'zod';

import type { ActionContext } from './context.ts';
import { parseWith, toJsonSchema } from './schema.ts';

/** What a look at the other system found; `cursor` is handed to the next look. */
export interface PollResult {
  /** Oldest first. */
  items: unknown[];
  cursor?: string;
  /**
   * Called once the runs of the items are stored, for systems that hand out an item until it is
   * confirmed. Without that call they hand it out again.
   */
  stored?: () => Promise<void>;
}

/** One look of a poll that needs code. The first has no cursor: it only marks where to begin. */
export type Poll = (
  ctx: ActionContext,
  look: { cursor: string | undefined; manifest: ConnectorManifest },
) => Promise<PollResult>;

/** A trigger ready to be used: its data, and its code where it has any. */
export interface Trigger {
  manifest: TriggerManifest;
  poll?: Poll;
}

type Of<Type extends TriggerManifest['type']> = Omit<
  Extract<z.input<typeof triggerInput>, { type: Type }>,
  'type' | 'input' | 'payload'
>;
// Only its type is used: what a definition may leave out.
declare const triggerInput: typeof import('@patchbay/shared/catalog').triggerSchema;

interface Schemas<Input extends z.ZodType> {
  input: Input;
  payload?: z.ZodType | JsonSchema;
}

/** Declares a trigger that looks for new items; without `poll` its `http` says how. */
export function definePollTrigger<Input extends z.ZodType>(
  definition: Of<'poll'> &
    Schemas<Input> & {
      poll?: (
        ctx: ActionContext<z.output<Input>>,
        look: Parameters<Poll>[1],
      ) => Promise<PollResult>;
    },
): Trigger {
  const { poll, input, payload, ...rest } = definition;
  const manifest = {
    order: 'desc' as const,
    ...rest,
    type: 'poll' as const,
    ...schemas({ input, payload }),
  };
  const run: Poll | undefined =
    poll && ((ctx, look) => poll({ ...ctx, input: parseWith(input, ctx.input) }, look));
  return { manifest: manifest as TriggerManifest, ...(run && { poll: run }) };
}

/** Declares a trigger that the other system calls. */
export function defineWebhookTrigger<Input extends z.ZodType>(
  definition: Of<'webhook'> & Schemas<Input>,
): Trigger {
  const { input, payload, ...rest } = definition;
  const manifest = { ...rest, type: 'webhook' as const, ...schemas({ input, payload }) };
  return { manifest: manifest as TriggerManifest };
}

function schemas({ input, payload }: Schemas<z.ZodType>): {
  input: JsonSchema;
  payload?: JsonSchema;
} {
  const about = payload instanceof z.ZodType ? toJsonSchema(payload, 'output') : payload;
  return { input: toJsonSchema(input), ...(about && { payload: about }) };
}
