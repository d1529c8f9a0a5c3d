import { getFlow, type Flow } from '@patchbay/shared/flows';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ReactFlowProvider } from '@xyflow/react';
import { Provider } from 'jotai';
import { useEffect, useState } from 'react';

import { useMay } from '#access';
import { call, problemIn, useAtHome } from '#lib';
import { Button, buttonClass, EmptyState, ProblemNote, Spinner } from '#ui';

import { readOnlyAtom } from './canvas.atoms.ts';
import { EditorFrame } from './editor-frame.tsx';
import { EditorProvider, openEditor } from './editor-session.ts';

interface FlowEditorPageProps {
  flowId: string;
}

/** The editor of one flow. Reads the flow once; from then on edits go out and come in. */
export function FlowEditorPage({ flowId }: FlowEditorPageProps) {
  const flow = useQuery({
    queryKey: ['flows.open', flowId],
    queryFn: ({ signal }) => call(getFlow, { params: { id: flowId } }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const problem = problemIn(flow);
  const isAtHome = useAtHome(flow.data?.project);
  if (flow.data && isAtHome) return <OpenFlow key={flowId} flow={flow.data} />;
  if (!problem) {
    return (
      <p className="flex h-full items-center justify-center gap-2 text-ink-3" role="status">
        <Spinner /> Opening the flow…
      </p>
    );
  }
  return (
    <main className="h-full">
      <EmptyState
        title="This flow can't be opened"
        action={
          <>
            <Button onClick={() => void flow.refetch()}>Try again</Button>
            <Link to="/flows" className={buttonClass('ghost')}>
              All flows
            </Link>
          </>
        }
      >
        <ProblemNote problem={problem} className="text-left" />
      </EmptyState>
    </main>
  );
}

function OpenFlow({ flow }: { flow: Flow }) {
  const mayEdit = useMay('flow.edit');
  const [editor] = useState(() => openEditor(flow, !mayEdit));
  // A role may be given or taken while the flow is open.
  useEffect(() => editor.store.set(readOnlyAtom, !mayEdit), [editor, mayEdit]);
  useEffect(
    () => () => {
      void editor.queue.flush();
    },
    [editor],
  );
  return (
    <Provider store={editor.store}>
      <EditorProvider value={editor}>
        <ReactFlowProvider>
          <EditorFrame />
        </ReactFlowProvider>
      </EditorProvider>
    </Provider>
  );
}
