import { acceptShapes } from '@patchbay/shared/runs';
import { useAtomValue } from 'jotai';
import { Diff } from 'lucide-react';

import { formatAgo, problemIn, useCommand } from '#lib';
import { namesText } from '#mapping';
import { Button, ProblemNote } from '#ui';

import { changeWords, driftWords } from './drift-words.ts';
import { nodeDriftAtom, shapesAtom } from './drift.atoms.ts';
import { WhenDrawing } from './editor-read-only.tsx';
import { useEditor } from './editor-session.ts';

const SHOWN = 30;

/** How what a step gives in production differs from what it usually gave. */
export function InspectorDrift({ id }: { id: string }) {
  const { flowId } = useEditor();
  const changes = useAtomValue(nodeDriftAtom(id));
  const { at } = useAtomValue(shapesAtom);
  const accept = useCommand(acceptShapes, ['runs.shapes']);
  const problem = problemIn(accept);
  if (changes.length === 0) return null;
  return (
    <details className="mx-4 my-1 rounded-md border border-line bg-sunken px-3 py-1.5 text-sm">
      <summary className="cursor-pointer font-medium text-wait">
        <Diff aria-hidden className="mr-1 inline size-3.5" />
        {driftWords(changes)}
      </summary>
      <ul className="my-2 max-h-48 overflow-auto">
        {changes.slice(0, SHOWN).map((change) => (
          <li key={`${change.change} ${change.path.join('.')}`} className="flex flex-wrap gap-x-2">
            <code className="font-mono break-all text-ink">{namesText(change.path)}</code>
            <span className="text-ink-3">{changeWords(change)}</span>
          </li>
        ))}
      </ul>
      <p className="flex items-center justify-between gap-2 text-ink-3">
        Seen in the run of {formatAgo(at ?? 0)}.
        <WhenDrawing>
          <Button
            size="sm"
            disabled={accept.isPending}
            onClick={() => accept.mutate({ params: { id: flowId } })}
          >
            It is right so
          </Button>
        </WhenDrawing>
      </p>
      {problem && <ProblemNote problem={problem} />}
    </details>
  );
}
