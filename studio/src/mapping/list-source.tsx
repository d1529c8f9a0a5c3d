import { buildShape, shapeOf, type ShapeOf } from '@patchbay/shared/mapping';

import { fieldType } from '#form';

import { ShapeForm } from './shape-form.tsx';
import type { ShownShape } from './shape-parts.ts';
import { pathKey } from './source-path.ts';
import { contextAt } from './source-tree.ts';
import type { TargetNode } from './target-tree.ts';
import type { Mapping } from './use-mapping.ts';

interface ListSourceProps {
  node: TargetNode;
  mapping: Mapping;
}

const KINDS: readonly ShownShape[] = ['path', 'sort', 'fallback', 'conditional', 'opaque'];

/** What the elements of a mapped list are made for: a source list as it is, sorted, or by code. */
export function ListSource({ node, mapping }: ListSourceProps) {
  const { text, document, documentType, element, target } = mapping;
  const own = node.field?.maps ? node.field : target.fields.get(pathKey([...node.path, 0]));
  const shape = own?.maps && shapeOf(text, own.node);
  if (!shape || shape.kind !== 'listMap') return null;
  const put = (list: string): void => mapping.onChange(withSource(text, shape, list));
  return (
    <ShapeForm
      node={{ ...node, title: `the list for ${node.title}` }}
      code={shape.source.text}
      kinds={KINDS}
      context={{
        value: own.scope ? contextAt(document, own.scope, element) : document,
        type: fieldType(documentType, own.scope ?? []),
      }}
      onChange={put}
    />
  );
}

/** `source.{ … }` with another source; all behind it stays as it was typed. */
function withSource(text: string, shape: ShapeOf<'listMap'>, list: string): string {
  const body = '{}';
  const built = buildShape({ ...shape, source: { text: list }, body: { text: body } });
  const source = built.slice(0, built.lastIndexOf(`.${body}`));
  const { start = 0, text: before } = shape.source;
  return `${text.slice(0, start)}${source}${text.slice(start + before.length)}`;
}
