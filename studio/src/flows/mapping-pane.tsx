import { renameKeyEdit } from '@patchbay/shared/flows';
import { useAtom, useAtomValue, useSetAtom } from 'jotai';
import { useCallback, useMemo } from 'react';

import { MappingWorkspace, typeOfRoots } from '#mapping';

import { graphAtom, nodeProblemsAtom, readOnlyAtom } from './canvas.atoms.ts';
import { graphOf } from './editor-commands.ts';
import { commit, useEditor, type Editor } from './editor-session.ts';
import { keysIn, whyNotKey } from './graph-keys.ts';
import { InputForm } from './input-form.tsx';
import { useInputSchema, type InputNode } from './input-schema.ts';
import { useMappingRoots } from './mapping-roots.ts';
import { MappingSample } from './mapping-sample.tsx';
import { inputViewAtom, mappedNodeAtom, mappingAtom } from './mapping.atoms.ts';
import { useMappingDocument } from './use-mapping-document.ts';
import { usePatch } from './use-patch.ts';

/** The mapping of one step over the canvas, when it is open. */
export function MappingPane() {
  const node = useAtomValue(mappedNodeAtom);
  const setOpen = useSetAtom(mappingAtom);
  return node && <OpenMapping key={node.id} node={node} onClose={() => setOpen(undefined)} />;
}

function OpenMapping({ node, onClose }: { node: InputNode; onClose: () => void }) {
  const editor = useEditor();
  const graph = useAtomValue(graphAtom);
  const schema = useInputSchema(node);
  const patch = usePatch<InputNode>(node);
  const document = useMappingDocument(node);
  const roots = useMappingRoots(graph, node, document);
  const documentType = useMemo(() => typeOfRoots(roots), [roots]);
  const problems = useAtomValue(nodeProblemsAtom(node.id))?.filter((p) => p.at?.field === 'input');
  const [chosen, setView] = useAtom(inputViewAtom);
  const view = chosen === 'form' && !schema ? 'lines' : chosen;
  const set = (input: string): void => patch({ input }, 'Input');
  const rename = useCallback(
    (key: string, next: string) => renameStep(editor, key, next),
    [editor],
  );
  return (
    <MappingWorkspace
      title={node.title || node.key}
      text={node.input}
      onChange={set}
      schema={schema}
      roots={roots}
      document={document}
      problems={problems}
      isReadOnly={useAtomValue(readOnlyAtom)}
      onRenameStep={rename}
      view={view}
      onView={setView}
      onClose={onClose}
      form={
        schema && (
          <InputForm
            node={node}
            schema={schema}
            document={document}
            documentType={documentType}
            onChange={set}
          />
        )
      }
      sample={<MappingSample node={node} roots={roots} />}
    />
  );
}

/** Gives the step another key, which is written into every expression; a text says why not. */
function renameStep(editor: Editor, key: string, next: string): string | undefined {
  const graph = graphOf(editor);
  const node = Object.values(graph.nodes).find((one) => one.key === key);
  if (!node) return `No step is called "${key}".`;
  const wrong = whyNotKey(next, key, keysIn(graph));
  if (!wrong && next !== key) commit(editor, renameKeyEdit(graph, node.id, next));
  return wrong;
}
