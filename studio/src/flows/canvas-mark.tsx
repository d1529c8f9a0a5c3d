import type { FlowNode } from '@patchbay/shared/flows';
import { useAtomValue } from 'jotai';
import { Diff, TriangleAlert } from 'lucide-react';

import { formatNumber } from '#lib';
import { StatusGlyph } from '#ui';

import { nodeProblemsAtom, nodeRunAtom } from './canvas.atoms.ts';
import { driftWords } from './drift-words.ts';
import { nodeDriftAtom } from './drift.atoms.ts';

/** The glyph at a card's right end: how it did in the run, else what is wrong with it. */
export function CanvasMark({ node }: { node: FlowNode }) {
  const run = useAtomValue(nodeRunAtom(node.id));
  const problems = useAtomValue(nodeProblemsAtom(node.id));
  const drift = useAtomValue(nodeDriftAtom(node.id));
  return (
    <span className="flex shrink-0 items-center gap-1">
      {run && run.total > 1 && (
        <span className="text-xs text-ink-3 tabular-nums">
          {formatNumber(run.done)}/{formatNumber(run.total)}
        </span>
      )}
      {drift.length > 0 && (
        <span title={driftWords(drift)} className="flex items-center text-wait">
          <Diff aria-hidden className="size-4" />
          <span className="sr-only">{driftWords(drift)}</span>
        </span>
      )}
      {problems && (
        <span
          title={problems.map((p) => p.message).join('\n')}
          className="flex items-center text-wait"
        >
          <TriangleAlert aria-hidden className="size-4" />
          <span className="sr-only">{problems.map((p) => p.message).join(' ')}</span>
        </span>
      )}
      {run && <StatusGlyph status={run.status} glyphOnly />}
    </span>
  );
}

/** The first words of why a step failed, below its card. */
export function FailureChip({ id }: { id: string }) {
  const run = useAtomValue(nodeRunAtom(id));
  if (!run?.reason) return null;
  return (
    <p
      className="pb-chip"
      data-tone={run.status === 'retrying' ? 'wait' : 'fail'}
      title={run.reason}
    >
      {run.failed > 1 && `${formatNumber(run.failed)} × `}
      {run.reason}
    </p>
  );
}
