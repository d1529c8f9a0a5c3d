import { listCalls, type CallRecord } from '@patchbay/shared/testing';

import { formatDuration, useEndpoint } from '#lib';
import { Badge, Button, StatusGlyph, TimeAgo } from '#ui';

interface CallHistoryProps {
  connector: string;
  connection: string | undefined;
  action: string;
  shown: string | undefined;
  onShow: (record: CallRecord) => void;
  onUse: (record: CallRecord) => void;
}

/** The last calls of this action, newest first. */
export function CallHistory({ shown, onShow, onUse, ...query }: CallHistoryProps) {
  const calls = useEndpoint(listCalls, { query }, { keepPrevious: true }).data?.items ?? [];
  if (calls.length === 0)
    return (
      <p className="text-ink-3">Nothing has been sent yet. Calls are kept here, without secrets.</p>
    );
  return (
    <section aria-label="Last calls">
      <h2 className="mb-1 text-sm font-semibold text-ink-3">Last calls</h2>
      <ul className="divide-y divide-line rounded-md border border-line">
        {calls.map((call) => (
          <li key={call.id} className="flex items-center gap-3 px-3 py-1.5">
            <StatusGlyph status={call.ok ? 'done' : 'failed'} glyphOnly />
            <button
              type="button"
              aria-current={call.id === shown}
              onClick={() => onShow(call)}
              className="min-w-0 flex-1 truncate text-left hover:underline"
            >
              {call.problem?.message ?? firstLine(call)}
            </button>
            {call.dryRun && <Badge>dry run</Badge>}
            <span className="text-sm text-ink-3">{formatDuration(call.ms)}</span>
            <span className="w-28 text-right text-sm text-ink-3">
              <TimeAgo at={call.at} />
            </span>
            <Button size="sm" variant="ghost" onClick={() => onUse(call)}>
              Use as sample
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The request it ended with; where there is none to show, what was asked for. */
function firstLine({ exchanges, input }: CallRecord): string {
  const last = exchanges.at(-1);
  if (!last) return JSON.stringify(input).slice(0, 200);
  return `${last.answer?.status ?? ''} ${last.method} ${last.url}`.trim();
}
