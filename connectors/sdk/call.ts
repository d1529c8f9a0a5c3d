import { fail, type Json, type JsonObject } from '@patchbay/shared/base';
import type { OptionSourceManifest } from '@patchbay/shared/catalog';

import type { ActionContext } from './context.ts';
import type { Connector, Option } from './define-connector.ts';
import { fillTemplate, textOf, valueAt } from './paths.ts';
import { sendHttp } from './send-http.ts';

/** Runs an action; throws a `ProblemError` for all that went wrong in words a person can use. */
export async function callAction(
  connector: Connector,
  action: string,
  ctx: ActionContext,
): Promise<Json> {
  const known = Object.hasOwn(connector.actions, action) ? connector.actions[action] : undefined;
  if (!known)
    return fail('not_found', `${connector.manifest.name} has no action "${action}".`, UPDATE);
  return ((await known.run(ctx, connector.manifest)) ?? null) as Json;
}

/** The live choices for a field; `ctx.input` holds the fields it depends on. */
export async function listOptions(
  connector: Connector,
  source: string,
  ctx: ActionContext,
): Promise<Option[]> {
  const { manifest, options } = connector;
  if (Object.hasOwn(options, source)) return options[source]!(ctx as ActionContext<JsonObject>);
  const known = Object.hasOwn(manifest.options, source) ? manifest.options[source] : undefined;
  if (!known?.http)
    return fail('not_found', `${manifest.name} has no options "${source}".`, UPDATE);
  return optionsOf(known, await sendHttp(manifest, known.http, ctx));
}

/** Proves that a connection works, and says as whom; throws a `ProblemError` when it does not. */
export async function testConnection(
  connector: Connector,
  ctx: ActionContext,
): Promise<{ identity?: string }> {
  const { test: declared } = connector.manifest;
  if (connector.test) return connector.test(ctx as ActionContext<JsonObject>);
  if (!declared) return {};
  const answer = await sendHttp(connector.manifest, declared.http, ctx);
  const found = declared.identity === undefined ? undefined : valueAt(answer, declared.identity);
  return { identity: found === undefined || found === null ? undefined : textOf(found) };
}

function optionsOf(
  { items = '', value = 'id', label = 'name' }: OptionSourceManifest,
  answer: unknown,
): Option[] {
  const list = valueAt(answer, items);
  if (!Array.isArray(list)) return [];
  return list.map((item: unknown) => {
    if (typeof item === 'string') return { value: item, label: item };
    const id = textOf(valueAt(item, value) ?? '');
    const template = label.includes('{') ? label : `{${label}}`;
    return { value: id, label: fillTemplate(template, item as Record<string, unknown>) || id };
  });
}

const UPDATE = 'Choose one that this version of the connector offers.';
