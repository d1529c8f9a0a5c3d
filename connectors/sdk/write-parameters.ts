import type { HttpBinding } from '@patchbay/shared/catalog';

import { textOf } from './paths.ts';

/** How a list or an object is written in a query or a form. */
export type ParameterStyle = NonNullable<NonNullable<HttpBinding['body']>['style']>;

const SEPARATORS = { comma: ',', space: ' ', pipe: '|' } as const;

/** One input as the pairs of a query or form; null and undefined give none. */
export function writeParameter(
  name: string,
  value: unknown,
  style: ParameterStyle = 'repeat',
): [string, string][] {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object') return [[name, textOf(value)]];
  if (style === 'json') return [[name, JSON.stringify(value)]];
  if (style === 'comma' || style === 'space' || style === 'pipe') {
    const parts = Array.isArray(value) ? value : Object.entries(value).flat();
    return [[name, parts.map(textOf).join(SEPARATORS[style])]];
  }
  const places: [string, unknown][] = Object.entries(value);
  const plainList = Array.isArray(value) && !value.some((one) => typeof one === 'object');
  return places.flatMap(([place, one]) =>
    writeParameter(placeName(name, place, style, plainList), one, style),
  );
}

// A list of plain values needs no numbers; one of objects does, or their fields would mix.
function placeName(name: string, place: string, style: ParameterStyle, plainList: boolean): string {
  if (style === 'repeat') return plainList ? name : `${name}[${place}]`;
  return plainList && style === 'brackets' ? `${name}[]` : `${name}[${place}]`;
}
