import type { HttpBinding, JsonSchema } from '@patchbay/shared/catalog';

import type { SchemaConverter } from './convert-schemas.ts';
import type { OpenApiOperation, OpenApiParameter, OpenApiPath } from './document.ts';
import type { Gaps } from './gaps.ts';
import { listOf, objectOf } from './parts.ts';
import { follow } from './references.ts';
import { shorten } from './words.ts';

/** The inputs of an operation that are no body, and where each goes. */
export interface Parameters {
  properties: Record<string, JsonSchema>;
  required: string[];
  params: NonNullable<HttpBinding['params']>;
  /** The path with our own names in it. */
  path: string;
  idempotencyHeader?: string;
}

type Place = 'path' | 'query' | 'header' | 'cookie';
type Bound = NonNullable<HttpBinding['params']>[string];

const PLACES = new Set(['path', 'query', 'header', 'cookie']);
const OWN_HEADERS = new Set(['accept', 'content-type', 'authorization', 'content-length']);
/** Templates have names of their own that an input must not hide. */
const TAKEN = new Set(['config', 'account', 'webhook', 'maxItems', '__proto__']);

/** Parameters of a path and its operation; the operation's own win. */
export function convertParameters(
  { path, item, operation }: { path: string; item: OpenApiPath; operation: OpenApiOperation },
  parts: { document: unknown; schemas: SchemaConverter; gaps: Gaps },
): Parameters {
  const made: Parameters = { properties: {}, required: [], params: {}, path };
  for (const parameter of gather([item.parameters, operation.parameters], parts)) {
    const name = parameter.name ?? '';
    const place = parameter.in as Place;
    if (place === 'header' && OWN_HEADERS.has(name.toLowerCase())) continue;
    if (place === 'header' && /idempotency-?key$/i.test(name)) made.idempotencyHeader = name;
    else add(made, parameter, parts);
  }
  for (const [, name = ''] of path.matchAll(/\{([^}]+)\}/g)) {
    const isDeclared =
      made.path === path ? name in made.properties : !made.path.includes(`{${name}}`);
    if (!isDeclared) add(made, { name, in: 'path', schema: { type: 'string' } }, parts);
  }
  return made;
}

function gather(
  lists: (OpenApiParameter[] | undefined)[],
  { document, gaps }: { document: unknown; gaps: Gaps },
): OpenApiParameter[] {
  const byPlace = new Map<string, OpenApiParameter>();
  for (const one of lists.flatMap(listOf)) {
    const parameter = follow(document, one, gaps);
    if (typeof parameter?.name !== 'string' || !PLACES.has(parameter.in ?? '')) continue;
    byPlace.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...byPlace.values()];
}

function add(
  made: Parameters,
  parameter: OpenApiParameter,
  { schemas, gaps }: { schemas: SchemaConverter; gaps: Gaps },
): void {
  const name = parameter.name ?? '';
  const place = parameter.in as Place;
  const key = keyFor(name, place, made.properties);
  if (key !== name) gaps.add('renamed_field', name);
  const content = Object.values(objectOf(parameter.content))[0];
  const schema = schemas.convert(parameter.schema ?? objectOf(content).schema);
  made.properties[key] = {
    ...schema,
    ...(parameter.description && { description: shorten(parameter.description, 300) }),
    ...(key !== name && { title: name }),
  };
  if (place === 'path' || parameter.required === true) made.required.push(key);
  if (place === 'path') {
    if (key !== name) made.path = made.path.replaceAll(`{${name}}`, `{${key}}`);
    return;
  }
  const style = content ? 'json' : styleOf(parameter);
  const bound: Bound = { in: place };
  if (key !== name) bound.name = name;
  if (style) bound.style = style;
  made.params[key] = bound;
}

function keyFor(name: string, place: Place, taken: Record<string, unknown>): string {
  const plain = place === 'path' ? name.replace(/[^\w-]+/g, '_') : name;
  if (!TAKEN.has(plain) && !Object.hasOwn(taken, plain)) return plain;
  return `${place}_${plain.replace(/\W+/g, '_')}`;
}

function styleOf({ in: place, style, explode }: OpenApiParameter): Bound['style'] {
  if (place !== 'query') return undefined;
  if (style === 'deepObject') return 'deepObject';
  if (style === 'spaceDelimited') return 'space';
  if (style === 'pipeDelimited') return 'pipe';
  return explode === false ? 'comma' : undefined;
}
