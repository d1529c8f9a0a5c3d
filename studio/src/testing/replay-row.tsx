import { getRun, hasEnded, type RunSummary } from '@patchbay/shared/runs';
import type { ReplayPreview } from '@patchbay/shared/testing';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import { useEndpoint } from '#lib';
import { Badge, StatusGlyph, TimeAgo } from '#ui';

import { Differences } from './differences.tsx';

interface ReplayRowProps {
  run: RunSummary;
  preview: ReplayPreview | undefined;
  isDone: boolean;
  /** The run that was started in its place. */
  retry: string | undefined;
}

/** One run to be replayed, and what would be different for it. */
export function ReplayRow({ run, preview, isDone, retry }: ReplayRowProps) {
  return (
    <li className="flex flex-col gap-1.5 px-3 py-2">
      <div className="flex items-center gap-3">
        <span className="truncate font-medium">{run.flowName}</span>
        <span className="text-sm text-ink-3">
          <TimeAgo at={run.createdAt} />
        </span>
        <span className="min-w-0 flex-1 truncate text-sm text-fail">{run.problem?.message}</span>
        {isDone && retry === undefined && <Badge tone="fail">not started</Badge>}
        {retry !== undefined && <Replayed run={retry} />}
      </div>
      {preview && <PreviewOf preview={preview} />}
    </li>
  );
}

const ASK_MS = 1000;

/** How the replay is doing, until it ended. */
function Replayed({ run: id }: { run: string }) {
  const [isOver, setOver] = useState(false);
  const options = { refetchInterval: isOver ? 0 : ASK_MS };
  const { data } = useEndpoint(getRun, { params: { id } }, options);
  const status = data?.run.status ?? 'queued';
  if (hasEnded(status) && !isOver) setOver(true);
  return (
    <>
      <StatusGlyph status={status} />
      <Link
        to="/runs/$runId"
        params={{ runId: id }}
        className="shrink-0 text-accent hover:underline"
      >
        Open the replay
      </Link>
    </>
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
