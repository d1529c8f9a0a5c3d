import type { JsonObject } from '@patchbay/shared/base';
import type { ActionManifest, ConnectorManifest } from '@patchbay/shared/catalog';
import type { z } from 'zod';

import type { ActionContext } from './context.ts';
import { parseWith, toJsonSchema } from './schema.ts';

/** An action as a connector writes it. */
export interface ActionDefinition<Input extends z.ZodType, Config extends z.ZodType> {
  title: string;
  description?: string;
  tags?: string[];
  deprecated?: string;
  input: Input;
  output?: z.ZodType;
  /** A valid input, to start a form or a test from. */
  sample?: z.input<Input>;
  /** What it gives for the sample, for previews before the first run. */
  sampleOutput?: unknown;
  effects: ActionManifest['effects'];
  timeoutMs?: number;
  docsUrl?: string;
  /** Names of the scopes it needs, beyond those asked for by default. */
  scopes?: string[];
  /** The connector's config schema; it types `ctx.config`. */
  config?: Config;
  run: (
    ctx: ActionContext<z.output<Input>, z.output<Config>>,
    manifest: ConnectorManifest,
  ) => Promise<unknown>;
}

/** An action ready to be called: its data, and its code behind a check of the input. */
export interface Action {
  manifest: ActionManifest;
  run: (ctx: ActionContext, manifest: ConnectorManifest) => Promise<unknown>;
}

/**
 * Declares an action.
 * @example
 * export const find = defineAction({
 *   title: 'Find a customer',
 *   input: z.strictObject({ email: z.email() }),
 *   effects: { reads: true },
 *   run: async ({ http, input }) => (await http.request({ url: '…', query: input })).body,
 * });
 */
export function defineAction<
  Input extends z.ZodType,
  Config extends z.ZodType = z.ZodType<JsonObject>,
>(definition: ActionDefinition<Input, Config>): Action {
  const { input, output, config, run, ...rest } = definition;
  const schemas = {
    input: toJsonSchema(input),
    ...(output && { output: toJsonSchema(output, 'output') }),
  };
  return {
    manifest: { ...rest, ...schemas },
    run: (ctx, connector) => {
      const settings = config ? parseWith(config, ctx.config) : ctx.config;
      const checked = { ...ctx, input: parseWith(input, ctx.input), config: settings };
      return run(checked as ActionContext<z.output<Input>, z.output<Config>>, connector);
    },
  };
}
