import { fail, type Json, type JsonObject } from '@patchbay/shared/base';

import type { ActionContext } from './context.ts';
import type { Connector, Option } from './define-connector.ts';

/** Runs an action; throws a `ProblemError` for all that went wrong in words a person can use. */
export async function callAction(
  connector: Connector,
  action: string,
  ctx: ActionContext,
): Promise<Json> {
  const known = Object.hasOwn(connector.actions, action) ? connector.actions[action] : undefined;
  if (!known)
    return fail('not_found', `${connector.manifest.name} has no action "${action}".`, UPDATE);
  return ((await known.run(ctx)) ?? null) as Json;
}

/** The live choices for a field; `ctx.input` holds the fields it depends on. */
export async function listOptions(
  connector: Connector,
  source: string,
  ctx: ActionContext,
): Promise<Option[]> {
  const known = Object.hasOwn(connector.options, source) ? connector.options[source] : undefined;
  if (!known)
    return fail('not_found', `${connector.manifest.name} has no options "${source}".`, UPDATE);
  return known(ctx as ActionContext<JsonObject>);
}

/** Proves that a connection works, and says as whom; throws a `ProblemError` when it does not. */
export async function testConnection(
  connector: Connector,
  ctx: ActionContext,
): Promise<{ identity?: string }> {
  return connector.test ? connector.test(ctx as ActionContext<JsonObject>) : {};
}

const UPDATE = 'Choose one that this version of the connector offers.';
