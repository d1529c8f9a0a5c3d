import type { Problem } from '@patchbay/shared/base';
import type { ConnectorManifest } from '@patchbay/shared/catalog';
import type { Connection } from '@patchbay/shared/connections';

import { count, formatAgo, formatTime } from '#lib';
import { RemedyNote } from '#testing';
import { ProblemNote, StatusGlyph, TimeAgo } from '#ui';

interface ConnectionStateProps {
  manifest: ConnectorManifest;
  connection: Connection;
  /** What a test found just now, newer than what is stored. */
  found: Problem | undefined;
  /** Goes to the part of the form that mends it; absent for who may not. */
  onChange?: () => void;
  /** Tries it again with what the form holds. */
  onAgain?: () => void;
}

/** How a connection is doing: its status, since when, why, what to do, and how long it will last. */
export function ConnectionState({ manifest, connection, ...props }: ConnectionStateProps) {
  const { status, statusSince, statusReason, identity, testedAt, id } = connection;
  const { errors, docsUrl } = manifest;
  const problem = props.found ?? statusReason;
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusGlyph status={status} />
        <span className="text-ink-3">
          since <TimeAgo at={statusSince} />
        </span>
        {testedAt !== undefined && (
          <span className="text-ink-3">
            tested <TimeAgo at={testedAt} />
          </span>
        )}
        {identity && <span className="min-w-0 truncate text-ink-2">as {identity}</span>}
      </p>
      {problem && (
        <RemedyNote
          problem={problem}
          context={{ connection: id, errors, docsUrl }}
          onConnection={props.onChange}
          // It is open already.
          mend={props.onChange ? undefined : <></>}
          onAgain={props.onAgain}
        />
      )}
      <ForecastNote connection={connection} />
    </div>
  );
}

const REASONS = {
  stated: 'as entered with the key',
  provider: 'as the provider documents',
  observed: 'because the one before lived that long',
};

/** When the credential will end, how that is known, and what depends on it. */
export function ForecastNote({ connection }: { connection: Connection }) {
  const { forecast, usedBy, dailyRuns, status } = connection;
  if (!forecast || status !== 'expiring') return null;
  return (
    <ProblemNote
      tone="wait"
      problem={{
        message: `The credential ends ${formatAgo(forecast.at)} (${formatTime(forecast.at)}), ${REASONS[forecast.because]}.`,
        hint: `It will hit ${count(usedBy.length, 'flow')} with ${count(dailyRuns, 'run')} a day. Renew it before.`,
      }}
    />
  );
}
