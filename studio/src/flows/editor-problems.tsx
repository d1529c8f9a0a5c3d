import type { Problem } from '@patchbay/shared/base';
import { useAtomValue, useSetAtom } from 'jotai';
import { CircleCheck, TriangleAlert } from 'lucide-react';

import { count } from '#lib';
import { Button, Popover } from '#ui';

import { checkedAtom, graphAtom, problemsAtom } from './canvas.atoms.ts';
import { goTo, graphOf } from './editor-commands.ts';
import { WhenDrawing } from './editor-read-only.tsx';
import { commit, useEditor } from './editor-session.ts';
import { inspectorOpenAtom, inspectorTabAtom } from './editor.atoms.ts';
import { deleteEdit } from './graph-delete.ts';

/** Everything that keeps the flow from running, each with the way there. */
export function EditorProblems() {
  const problems = useAtomValue(problemsAtom);
  const isChecked = useAtomValue(checkedAtom);
  const isEmpty = Object.keys(useAtomValue(graphAtom).nodes).length === 0;
  if (isEmpty || (problems.length === 0 && !isChecked)) return null;
  if (problems.length === 0) {
    return (
      <span
        className="flex items-center gap-1.5 text-sm text-ok"
        title="Nothing keeps this flow from running"
      >
        <CircleCheck aria-hidden className="size-4" />
        <span className="max-xl:sr-only">Ready</span>
      </span>
    );
  }
  return (
    <Popover
      align="end"
      title="To mend before it can run"
      className="w-96"
      trigger={
        <button
          type="button"
          className="flex h-8 shrink-0 items-center gap-1.5 rounded-md px-2 text-wait hover:bg-hover"
        >
          <TriangleAlert aria-hidden className="size-4" />
          {count(problems.length, 'problem')}
        </button>
      }
    >
      <ProblemList problems={problems} />
      <WhenDrawing>
        <LostWires />
      </WhenDrawing>
    </Popover>
  );
}

/** A wire to nowhere is not drawn, so it can't be selected: it is cut from here. */
function LostWires() {
  const editor = useEditor();
  const { nodes, edges } = useAtomValue(graphAtom);
  const lost = Object.values(edges).filter((edge) => !nodes[edge.from] || !nodes[edge.to]);
  if (lost.length === 0) return null;
  const ids = lost.map((edge) => edge.id);
  return (
    <Button size="sm" onClick={() => commit(editor, deleteEdit(graphOf(editor), [], ids))}>
      Delete what leads nowhere ({count(lost.length, 'wire')})
    </Button>
  );
}

const MOST = 100;

interface ProblemListProps {
  problems: Problem[];
  /** Called when one of them is gone to. */
  onGo?: () => void;
}

/** Problems as rows; one with a node leads there. */
export function ProblemList({ problems, onGo }: ProblemListProps) {
  const editor = useEditor();
  const openTab = useSetAtom(inspectorTabAtom);
  const openInspector = useSetAtom(inspectorOpenAtom);
  const go = ({ at }: Problem): void => {
    if (!at?.node) return;
    onGo?.();
    goTo(editor, at.node);
    openInspector(true);
    openTab(at.field === 'input' || at.field === 'required' ? 'input' : 'configure');
  };
  return (
    <ul className="-mx-1 max-h-96 overflow-y-auto">
      {problems.slice(0, MOST).map((problem, index) => (
        <li key={`${problem.at?.node} ${problem.message} ${index}`}>
          <button
            type="button"
            disabled={!problem.at?.node}
            onClick={() => go(problem)}
            className="w-full rounded-md px-2 py-1.5 text-left break-words enabled:hover:bg-hover"
          >
            <span className="block font-medium">{problem.message}</span>
            <span className="block text-sm text-ink-3">{problem.hint}</span>
          </button>
        </li>
      ))}
      {problems.length > MOST && (
        <li className="px-2 py-1 text-ink-3">and {problems.length - MOST} more</li>
      )}
    </ul>
  );
}
