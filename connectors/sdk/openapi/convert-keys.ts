import type { JsonObject } from '@patchbay/shared/base';
import type { AuthScheme } from '@patchbay/shared/catalog';
import { z } from 'zod';

import { parametersAuth } from '#sdk';

import { inWords, said } from './words.ts';

/** Several keys that an API wants at once, as one scheme; undefined when they are not all keys. */
export function convertKeys(
  names: string[],
  declared: Record<string, JsonObject>,
): AuthScheme | undefined {
  const keys = names.flatMap((name) => {
    const scheme = Object.hasOwn(declared, name) ? declared[name] : undefined;
    const place = scheme?.in;
    const fits = scheme?.type === 'apiKey' && (place === 'header' || place === 'query');
    return fits ? [{ field: name.replace(/\W+/g, '_'), name: said(scheme.name), place }] : [];
  });
  if (names.length < 2 || keys.length < names.length) return undefined;
  const fields = keys.map(({ field }) => [
    field,
    z
      .string()
      .min(1)
      .meta({ title: inWords(field), 'x-secret': true }),
  ]);
  const placed = (place: string): Record<string, string> =>
    Object.fromEntries(
      keys
        .filter((key) => key.place === place)
        .map(({ name, field }) => [name, `{fields.${field}}`]),
    );
  const words = { id: 'keys', title: keys.map(({ field }) => inWords(field)).join(' and ') };
  return parametersAuth(
    { ...words, headers: placed('header'), query: placed('query') },
    z.strictObject(Object.fromEntries(fields) as Record<string, z.ZodType>),
  );
}
