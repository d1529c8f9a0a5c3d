import type { ActionManifest, JsonSchema, Paginate } from '@patchbay/shared/catalog';

import type { SchemaConverter } from './convert-schemas.ts';

const PAGE = /^(page|page_?number|pageno)$/i;
const OFFSET = /^(offset|skip|start|start_?index)$/i;
const SIZE = /^(per_?page|page_?size|limit|count|max_?results|top|results_?per_?page)$/i;
const CURSOR = /^(cursor|page_?token|next_?token|continuation_?token|after|page_?cursor)$/i;
const NEXT_CURSOR =
  /^(next_?cursor|next_?page_?token|next_?token|continuation_?token|end_?cursor|cursor)$/i;
const NEXT_URL = /^(next|next_?page_?url|next_?url|next_?link|@odata\.nextLink)$/i;
const DEFAULT_SIZE = 100;

/** How a list seems to go on, by the names of its parameters and the shape of its answer. */
export function guessPagination(
  action: Pick<ActionManifest, 'input' | 'output'>,
  schemas: SchemaConverter,
  hasLink: boolean,
): Paginate | undefined {
  const items = itemsPath(action.output, schemas);
  if (items === undefined) return undefined;
  if (hasLink) return { items, by: 'link' };
  const names = Object.keys(action.input.properties ?? {});
  const find = (pattern: RegExp): string | undefined => names.find((name) => pattern.test(name));
  const size = sizeOf(find(SIZE), action.input);
  const cursor = find(CURSOR);
  const next = fieldPath(action.output, schemas, NEXT_CURSOR);
  if (cursor && next) return { items, by: 'cursor', param: cursor, next, ...(size && { size }) };
  const page = find(PAGE);
  if (page) return { items, by: 'page', param: page, ...(size && { size }) };
  const offset = find(OFFSET);
  if (offset && size) return { items, by: 'offset', param: offset, size };
  const url = fieldPath(action.output, schemas, NEXT_URL);
  return url === undefined ? undefined : { items, by: 'nextUrl', path: url };
}

function itemsPath(output: JsonSchema | undefined, schemas: SchemaConverter): string | undefined {
  if (!output) return undefined;
  const own = schemas.resolve(output);
  if (own.type === 'array') return '';
  const lists = Object.entries(own.properties ?? {}).filter(
    ([, field]) => schemas.resolve(field).type === 'array',
  );
  return lists.length === 1 ? lists[0]?.[0] : undefined;
}

/** A field whose name fits, in the answer or one object below. */
function fieldPath(
  output: JsonSchema | undefined,
  schemas: SchemaConverter,
  pattern: RegExp,
): string | undefined {
  const fields = Object.entries(schemas.resolve(output ?? {}).properties ?? {});
  const here = fields.find(([name]) => pattern.test(name));
  if (here) return here[0];
  for (const [name, field] of fields) {
    const below = Object.keys(schemas.resolve(field).properties ?? {});
    const found = below.find((one) => pattern.test(one));
    if (found) return `${name}.${found}`;
  }
  return undefined;
}

function sizeOf(
  param: string | undefined,
  input: JsonSchema,
): { param: string; most: number } | undefined {
  if (param === undefined) return undefined;
  return { param, most: input.properties?.[param]?.maximum ?? DEFAULT_SIZE };
}
