import { useAtom, useAtomValue } from 'jotai';

import { MappingWorkspace } from '#mapping';

import { graphAtom, nodeAtom, nodeProblemsAtom } from './canvas.atoms.ts';
import { InputForm } from './input-form.tsx';
import { useInputSchema, type InputNode } from './input-schema.ts';
import { useMappingRoots } from './mapping-roots.ts';
import { MappingSample } from './mapping-sample.tsx';
import { inputViewAtom, mappingAtom } from './mapping.atoms.ts';
import { useMappingDocument } from './use-mapping-document.ts';
import { usePatch } from './use-patch.ts';

/** The mapping of one step over the canvas, when it is open. */
export function MappingPane() {
  const [open, setOpen] = useAtom(mappingAtom);
  const node = useAtomValue(nodeAtom(open ?? ''));
  if (!node || !('input' in node)) return null;
  return <OpenMapping key={node.id} node={node} onClose={() => setOpen(undefined)} />;
}

function OpenMapping({ node, onClose }: { node: InputNode; onClose: () => void }) {
  const graph = useAtomValue(graphAtom);
  const schema = useInputSchema(node);
  const patch = usePatch<InputNode>(node);
  const document = useMappingDocument(node);
  const roots = useMappingRoots(graph, node, document);
  const problems = useAtomValue(nodeProblemsAtom(node.id))?.filter((p) => p.at?.field === 'input');
  const [chosen, setView] = useAtom(inputViewAtom);
  const view = chosen === 'form' && !schema ? 'lines' : chosen;
  const set = (input: string): void => patch({ input }, 'Input');
  return (
    <MappingWorkspace
      title={node.title || node.key}
      text={node.input}
      onChange={set}
      schema={schema}
      roots={roots}
      document={document}
      problems={problems}
      view={view}
      onView={setView}
      onClose={onClose}
      form={schema && <InputForm node={node} schema={schema} document={document} onChange={set} />}
      sample={<MappingSample node={node} roots={roots} />}
    />
  );
}
