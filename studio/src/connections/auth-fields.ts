import type { AuthScheme, JsonSchema } from '@patchbay/shared/catalog';

/** What the person fills in for a scheme. Nothing is required that is already set. */
export function authFields(scheme: AuthScheme, alreadySet: readonly string[] = []): JsonSchema {
  const fields = scheme.fields ?? { type: 'object', properties: {} };
  const required = fields.required?.filter((name) => !alreadySet.includes(name));
  return { ...fields, required };
}

/** Field values as the endpoint wants them: texts alone, what is empty left out. */
export function authValues(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}
