import { createFlow } from '@patchbay/shared/flows';

import { call, queryClient, refresh, toProblem } from '#lib';
import { toast, toastProblem } from '#ui';

import { graphOf, select, selectionOf } from './editor-commands.ts';
import { commit, type Editor } from './editor-session.ts';
import { flowAtom } from './editor.atoms.ts';
import { extractFlow } from './graph-extract.ts';
import { outermost } from './graph-group.ts';

/** Makes the selection a flow of its own and calls that instead. */
export async function extractSelection(editor: Editor): Promise<void> {
  const { nodes } = selectionOf(editor);
  const first = outermost(graphOf(editor), nodes)[0]?.title.slice(0, 80) ?? 'Part';
  const name = `${first} (part of ${editor.store.get(flowAtom)?.name.slice(0, 80) ?? 'a flow'})`;
  const made = extractFlow(graphOf(editor), nodes, first);
  if (!made.ok)
    return toast('This selection can’t become a flow.', { tone: 'fail', hint: made.why });
  try {
    const flow = await call(createFlow, { body: { name, graph: made.value.graph } });
    commit(editor, made.value.replace(flow.id));
    select(editor.store, []);
    await refresh(queryClient, ['flows.list']);
    toast(`"${name}" is a flow now`, {
      hint: 'Publish it before you run this one: calls run what is live.',
    });
  } catch (error) {
    toastProblem(toProblem(error));
  }
}
