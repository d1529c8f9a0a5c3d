import { putEdit, type FlowNode } from '@patchbay/shared/flows';

import { graphOf } from './editor-commands.ts';
import { commit, useEditor } from './editor-session.ts';

/** Changes parts of a node as one undo step while the same part is being changed. */
export function usePatch<N extends FlowNode>(node: N): (changes: Partial<N>, what: string) => void {
  const editor = useEditor();
  return (changes, what) => {
    const now = graphOf(editor).nodes[node.id];
    if (!now) return;
    const label = `${what} of "${now.title.slice(0, 80)}"`;
    commit(editor, putEdit(label, [{ ...now, ...changes }]), `${what} ${node.id}`);
  };
}

/** The same for the node's configuration. */
export function useConfigPatch<N extends FlowNode>(
  node: N,
): (changes: Partial<N['config']>, what: string) => void {
  const patch = usePatch(node);
  return (changes, what) => patch({ config: { ...node.config, ...changes } } as Partial<N>, what);
}
