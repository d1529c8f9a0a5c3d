import type { HttpBinding } from '@patchbay/shared/catalog';

import type { Place } from './build-request.ts';
import type { HttpRequest } from './http.ts';
import { wrapAt } from './paths.ts';
import { writeParameter } from './write-parameters.ts';

/** The body of a binding's request: the inputs whose place it is, wrapped as the API wants them. */
export function bodyOf(
  binding: HttpBinding,
  input: Record<string, unknown>,
  places: Place[],
): Pick<HttpRequest, 'body' | 'bodyType'> {
  const { type = 'json', key, wrap = '', list, fixed, style = 'brackets' } = binding.body ?? {};
  if (key !== undefined)
    return input[key] === undefined ? {} : { body: input[key], bodyType: type };
  if (places.length === 0 && !fixed && !wrap) return {};
  if (type === 'form') return { body: formOf(places, input, { fixed, style }), bodyType: type };
  const given = places.filter((place) => input[place.key] !== undefined);
  const values = Object.fromEntries(given.map((place) => [place.name, input[place.key]]));
  const body = { ...(wrapAt(wrap, list ? [values] : values) as object), ...fixed };
  return { body, bodyType: type };
}

function formOf(
  places: Place[],
  input: Record<string, unknown>,
  { fixed = {}, style }: { fixed?: Record<string, unknown>; style: NonNullable<Place['style']> },
): Record<string, string[]> {
  const all: Place[] = [...places, ...Object.keys(fixed).map((name) => ({ key: name, name }))];
  const values = { ...input, ...fixed };
  const form: Record<string, string[]> = {};
  for (const place of all) {
    for (const [name, value] of writeParameter(place.name, values[place.key], place.style ?? style))
      (form[name] ??= []).push(value);
  }
  return form;
}
