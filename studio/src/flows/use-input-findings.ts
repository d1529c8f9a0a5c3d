import type { Problem } from '@patchbay/shared/base';
import type { JsonSchema } from '@patchbay/shared/catalog';
import type { Finding } from '@patchbay/shared/mapping';
import { useAtomValue } from 'jotai';

import { useFindings } from '#mapping';

import { graphAtom } from './canvas.atoms.ts';
import type { InputNode } from './input-schema.ts';
import { useMappingRoots } from './mapping-roots.ts';
import { useMappingDocument } from './use-mapping-document.ts';

interface InputKnowledge {
  schema: JsonSchema | undefined;
  problems: Problem[] | undefined;
}

/** What was found in a step's input, beside what checking the flow says of it. */
export function useInputFindings(
  node: InputNode,
  { schema, problems }: InputKnowledge,
): readonly Finding[] {
  const graph = useAtomValue(graphAtom);
  const document = useMappingDocument(node);
  const roots = useMappingRoots(graph, node, document);
  return useFindings({ text: node.input, schema, roots, problems });
}
