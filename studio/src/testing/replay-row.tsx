import type { RunSummary } from '@patchbay/shared/runs';
import type { ReplayPreview } from '@patchbay/shared/testing';
import type { ReactNode } from 'react';

import { Badge, TimeAgo } from '#ui';

import { Differences } from './differences.tsx';

interface ReplayRowProps {
  run: RunSummary;
  preview: ReplayPreview | undefined;
  isDone: boolean;
  link: ReactNode;
}

/** One run to be replayed, and what would be different for it. */
export function ReplayRow({ run, preview, isDone, link }: ReplayRowProps) {
  return (
    <li className="flex flex-col gap-1.5 px-3 py-2">
      <div className="flex items-center gap-3">
        <span className="truncate font-medium">{run.flowName}</span>
        <span className="text-sm text-ink-3">
          <TimeAgo at={run.createdAt} />
        </span>
        <span className="min-w-0 flex-1 truncate text-sm text-fail">{run.problem?.message}</span>
        {isDone && <Badge tone="run">started</Badge>}
        {link}
      </div>
      {preview && <PreviewOf preview={preview} />}
    </li>
  );
}

function PreviewOf({ preview: { payload, step, problem } }: { preview: ReplayPreview }) {
  const isSame = payload.length === 0 && !step?.input.length && !problem;
  return (
    <>
      {problem && (
        <p className="text-sm text-fail">
          {problem.message} {problem.hint}
        </p>
      )}
      {payload.length > 0 && <Differences items={payload} before="Payload was" after="Will be" />}
      {step && step.input.length > 0 && (
        <>
          <p className="text-sm text-ink-3">{`What “${step.title}” is given:`}</p>
          <Differences items={step.input} before="Was" after="Will be" />
        </>
      )}
      {isSame && <p className="text-sm text-ink-3">Nothing is different: it will fail again.</p>}
    </>
  );
}
