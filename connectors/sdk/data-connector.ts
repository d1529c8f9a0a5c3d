import { isObject, type JsonObject } from '@patchbay/shared/base';
import {
  closeSchema,
  overlayManifest,
  type ActionManifest,
  type ConnectorManifest,
  type JsonSchema,
} from '@patchbay/shared/catalog';

import { callTool, testMcp } from './call-tool.ts';
import { checkSchema } from './check-schema.ts';
import type { Action } from './define-action.ts';
import type { Connector } from './define-connector.ts';
import { maxItemsSchema, runBinding } from './define-http-action.ts';
import { invalidInput } from './errors.ts';

/** A connector that is nothing but its manifest: imported, or laid over. */
export function dataConnector(manifest: ConnectorManifest): Connector {
  const complete = withPaging(manifest);
  const entries = Object.entries(complete.actions);
  return {
    manifest: complete,
    actions: Object.fromEntries(entries.map(([id, one]) => [id, dataAction(one, complete.$defs)])),
    triggers: Object.fromEntries(
      Object.entries(complete.triggers).map(([id, one]) => [id, { manifest: one }]),
    ),
    options: {},
    ...(complete.origin.kind === 'mcp' && { test: (ctx) => testMcp(complete, ctx) }),
    sign: {},
  };
}

/**
 * A connector with a merge patch on its manifest. Actions that the patch takes away are gone; those
 * it changes are run by the data, where they are data.
 */
export function overlayConnector(connector: Connector, patch: JsonObject): Connector {
  const manifest = withPaging(overlayManifest(connector.manifest, patch));
  const touched = isObject(patch.actions) ? patch.actions : {};
  const actions = Object.entries(manifest.actions).map(([id, one]): [string, Action] => {
    const isData = Object.hasOwn(touched, id) && one.http !== undefined;
    const own = Object.hasOwn(connector.actions, id) ? connector.actions[id] : undefined;
    return [id, isData || !own ? dataAction(one, manifest.$defs) : own];
  });
  return { ...connector, manifest, actions: Object.fromEntries(actions) };
}

function dataAction(
  manifest: ActionManifest,
  defs: Record<string, JsonSchema> | undefined,
): Action {
  const { http, tool, paginate, input } = manifest;
  return {
    manifest,
    run: async (ctx, facts) => {
      if (!http && !tool)
        throw invalidInput(`"${manifest.title}" has no request to send.`, {
          hint: 'Give it one in the overlay of the connector.',
        });
      const given = ctx.input ?? {};
      checkSchema(input, given, () => closeSchema(input, defs));
      const checked = { ...ctx, input: given };
      if (!http) return callTool(facts, manifest, checked);
      return runBinding({ http, paginate }, checked, facts);
    },
  };
}

/** A list that goes on takes `maxItems` and gives its items. */
function withPaging(manifest: ConnectorManifest): ConnectorManifest {
  const actions = Object.entries(manifest.actions).map(([id, action]): [string, ActionManifest] => {
    if (!action.paginate || action.input.properties?.maxItems) return [id, action];
    const { input, paginate, output } = action;
    const properties = { ...input.properties, maxItems: maxItemsSchema };
    const items = itemsAt(output, paginate.items, manifest.$defs);
    return [
      id,
      {
        ...action,
        input: { ...input, properties },
        output: { type: 'array', ...(items && { items }) },
      },
    ];
  });
  return { ...manifest, actions: Object.fromEntries(actions) };
}

function itemsAt(
  output: JsonSchema | undefined,
  path: string,
  defs: Record<string, JsonSchema> = {},
): JsonSchema | undefined {
  const resolve = (schema: JsonSchema | undefined): JsonSchema | undefined =>
    schema?.$ref === undefined ? schema : resolve(defs[schema.$ref.replace('#/$defs/', '')]);
  const names = path === '' ? [] : path.split('.');
  const list = names.reduce<JsonSchema | undefined>(
    (at, name) => resolve(resolve(at)?.properties?.[name]),
    output,
  );
  const items: unknown = resolve(list)?.items;
  return isObject(items) ? items : undefined;
}
