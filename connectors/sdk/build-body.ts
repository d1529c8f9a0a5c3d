import { isObject } from '@patchbay/shared/base';
import type { HttpBinding } from '@patchbay/shared/catalog';

import type { Place } from './build-request.ts';
import type { HttpRequest } from './http.ts';
import { fillDeep, setAt, type TemplateScope } from './paths.ts';
import { writeParameter } from './write-parameters.ts';

/** The body of a binding's request: the inputs whose place it is, wrapped as the API wants them. */
export function bodyOf(
  binding: HttpBinding,
  places: Place[],
  { input, scope }: { input: Record<string, unknown>; scope: TemplateScope },
): Pick<HttpRequest, 'body' | 'bodyType'> {
  const { type = 'json', key, wrap = '', list, style = 'brackets' } = binding.body ?? {};
  const fixed = fillDeep(binding.body?.fixed, scope) as Record<string, unknown> | undefined;
  if (key !== undefined)
    return input[key] === undefined ? {} : { body: input[key], bodyType: type };
  if (places.length === 0 && !fixed && !wrap) return {};
  if (type === 'form') return { body: formOf(places, input, { fixed, style }), bodyType: type };
  const given = places.filter((place) => input[place.key] !== undefined);
  const named = given.filter(({ at }) => at === undefined);
  const plain = Object.fromEntries(named.map((place) => [place.name, itemsOf(place, input)]));
  const values = given
    .filter(({ at }) => at !== undefined)
    .reduce<unknown>((made, place) => setAt(made, place.at ?? '', itemsOf(place, input)), plain);
  const body = merge(setAt(undefined, wrap, list ? [values] : values), fixed);
  return { body, bodyType: type };
}

function itemsOf({ key, each }: Place, input: Record<string, unknown>): unknown {
  const value = input[key];
  if (each === undefined || !Array.isArray(value)) return value;
  return value.map((one) => setAt(undefined, each, one));
}

// What is fixed wins, at any depth: an input beside it must not replace it.
function merge(given: unknown, fixed: unknown): unknown {
  if (fixed === undefined) return given;
  if (!isObject(given) || !isObject(fixed)) return fixed;
  const merged = Object.entries(fixed).map(([name, value]) => [name, merge(given[name], value)]);
  return { ...given, ...Object.fromEntries(merged) };
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
