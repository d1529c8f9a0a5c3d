import type { JsonObject } from '@patchbay/shared/base';
import {
  connectorManifestSchema,
  type ConnectorManifest,
  type OptionSourceManifest,
} from '@patchbay/shared/catalog';
import { z } from 'zod';

import type { ActionContext } from './context.ts';
import type { Action } from './define-action.ts';
import type { Trigger } from './define-trigger.ts';
import type { HttpRequest } from './http.ts';
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

/** Adds a credential of a `signed` scheme to a request: headers, query or both. */
export type SignRequest = (
  request: HttpRequest,
  fields: Record<string, string>,
) => HttpRequest | Promise<HttpRequest>;

type Derived = 'format' | 'config' | 'actions' | 'triggers' | 'options' | 'test';
type FromManifest = Omit<z.input<typeof connectorManifestSchema>, Derived | 'errors'>;

/** A connector as its `index.ts` writes it. */
export interface ConnectorDefinition extends FromManifest {
  config?: z.ZodType;
  actions: Record<string, Action>;
  triggers?: Record<string, Trigger>;
  /** By code, or by a request as data. */
  options?: Record<string, OptionSource | OptionSourceManifest>;
  errors?: ConnectorManifest['errors'];
  /** By code, or by a request as data. */
  test?: ConnectionTest | NonNullable<ConnectorManifest['test']>;
  /** For schemes of the type `signed`, by their id. */
  sign?: Record<string, SignRequest>;
}

/** A connector ready to be called: its data-only face and its code. */
export interface Connector {
  manifest: ConnectorManifest;
  actions: Record<string, Action>;
  triggers: Record<string, Trigger>;
  options: Record<string, OptionSource>;
  test?: ConnectionTest;
  sign: Record<string, SignRequest>;
}

/** Declares a connector; the manifest it gives is pure JSON. */
export function defineConnector(definition: ConnectorDefinition): Connector {
  const { config = z.strictObject({}), actions, triggers = {}, options = {}, ...more } = definition;
  const { errors = [], test, sign = {}, ...rest } = more;
  const manifest = {
    format: 'connector/1',
    ...rest,
    config: toJsonSchema(config),
    actions: mapValues(actions, (action) => action.manifest),
    triggers: mapValues(triggers, (trigger) => trigger.manifest),
    options: mapValues(options, (source) => (typeof source === 'function' ? {} : source)),
    errors,
    ...(test && typeof test !== 'function' && { test }),
  };
  const coded = Object.entries(options).filter(([, source]) => typeof source === 'function');
  return {
    manifest: connectorManifestSchema.parse(JSON.parse(JSON.stringify(manifest))),
    actions,
    triggers,
    options: Object.fromEntries(coded) as Record<string, OptionSource>,
    ...(typeof test === 'function' && { test }),
    sign,
  };
}

function mapValues<From, To>(
  record: Record<string, From>,
  map: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
