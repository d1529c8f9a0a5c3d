import type { AuthScheme, JsonSchema } from '@patchbay/shared/catalog';
import { clientFields } from '@patchbay/shared/connections';

/**
 * What the person fills in for a scheme; `ownClient` adds the OAuth application, when none is stored
 * for the connector. Nothing is required that is already set.
 */
export function authFields(
  scheme: AuthScheme,
  {
    alreadySet = [],
    ownClient = false,
  }: { alreadySet?: readonly string[]; ownClient?: boolean } = {},
): JsonSchema {
  const forms = [scheme.fields, ownClient ? clientFields(scheme) : undefined];
  const required = forms.flatMap((form) => form?.required ?? []);
  return {
    type: 'object',
    properties: Object.assign(
      {},
      ...forms.map((form) => form?.properties ?? {}),
    ) as JsonSchema['properties'],
    required: required.filter((name) => !alreadySet.includes(name)),
  };
}

/** Field values as the endpoint wants them: texts alone, what is empty left out. */
export function authValues(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}

/** How a person proves that they may: at the provider, on another device, or by what they type in here. */
export function wayOf(scheme: AuthScheme): 'provider' | 'device' | 'fields' {
  if (scheme.type !== 'oauth2') return 'fields';
  if (scheme.grant === 'code') return 'provider';
  return scheme.grant === 'device' ? 'device' : 'fields';
}
