import type { JsonObject } from '@patchbay/shared/base';
import type { ConnectorManifest } from '@patchbay/shared/catalog';
import { z } from 'zod';

import type { ActionContext } from './context.ts';
import type { Action } from './define-action.ts';
import { toJsonSchema } from './schema.ts';

/** One choice of a dynamic field. */
export interface Option {
  value: string;
  label: string;
  description?: string;
}

/** Asks the live system for choices; `ctx.input` holds the fields of `x-dependsOn`. */
export type OptionSource = (ctx: ActionContext<JsonObject>) => Promise<Option[]>;

/** Proves that a connection works; `identity` says as whom, in words a person recognises. */
export type ConnectionTest = (ctx: ActionContext<JsonObject>) => Promise<{ identity?: string }>;

type FromManifest = Omit<ConnectorManifest, 'format' | 'config' | 'actions' | 'options' | 'errors'>;

/** A connector as its `index.ts` writes it. */
export interface ConnectorDefinition extends FromManifest {
  config?: z.ZodType;
  actions: Record<string, Action>;
  options?: Record<string, OptionSource>;
  errors?: ConnectorManifest['errors'];
  test?: ConnectionTest;
}

/** A connector ready to be called: its data-only face and its code. */
export interface Connector {
  manifest: ConnectorManifest;
  actions: Record<string, Action>;
  options: Record<string, OptionSource>;
  test?: ConnectionTest;
}

/** Declares a connector; the manifest it gives is pure JSON. */
export function defineConnector(definition: ConnectorDefinition): Connector {
  const {
    config = z.strictObject({}),
    actions,
    options = {},
    errors = [],
    test,
    ...rest
  } = definition;
  const manifests = Object.entries(actions).map(([id, action]) => [id, action.manifest] as const);
  const manifest: ConnectorManifest = {
    format: 'connector/1',
    ...rest,
    config: toJsonSchema(config),
    actions: Object.fromEntries(manifests),
    options: Object.keys(options),
    errors,
  };
  return {
    manifest: JSON.parse(JSON.stringify(manifest)) as ConnectorManifest,
    actions,
    options,
    test,
  };
}
