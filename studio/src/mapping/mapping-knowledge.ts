import type { Json } from '@patchbay/shared/base';
import type { JsonSchema } from '@patchbay/shared/catalog';
import {
  typeOfDocument,
  type DocumentKnowledge,
  type MappingKnowledge,
  type PartKnowledge,
  type Type,
} from '@patchbay/shared/mapping';

import type { SourceRoot } from './source-tree.ts';

/** What is known of the document from what can be read, and of the input from its schema. */
export function mappingKnowledge(
  roots: readonly SourceRoot[],
  target: JsonSchema | undefined,
): MappingKnowledge {
  const root = (name: string): SourceRoot | undefined =>
    roots.find(({ path }) => path.length === 1 && path[0] === name);
  const steps = roots.filter(({ path }) => path.length === 2 && path[0] === 'steps');
  const document: DocumentKnowledge = {
    trigger: partOf(root('trigger')),
    steps: Object.fromEntries(steps.map((step) => [step.path[1], partOf(step) ?? {}])),
    vars: partOf(root('vars')),
    item: partOf(root('item')),
    inLoop: root('index') !== undefined,
  };
  return { document, target };
}

/** A part without a value in the sample gave none yet: nothing is known of it but its schema. */
function partOf(root: SourceRoot | undefined): PartKnowledge | undefined {
  return root && { schema: root.schema, sample: root.sample as Json | undefined };
}

/** What is known of the document from what can be read. */
export function typeOfRoots(roots: readonly SourceRoot[]): Type {
  return typeOfDocument(mappingKnowledge(roots, undefined).document);
}
