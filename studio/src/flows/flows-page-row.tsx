import type { FlowSummary } from '@patchbay/shared/flows';
import { Link } from '@tanstack/react-router';
import { CalendarClock, CornerDownRight, Hand, Webhook, type LucideIcon } from 'lucide-react';

import { useMay } from '#access';
import { StatusGlyph, Switch, TimeAgo, Tooltip } from '#ui';

import { toggleLive } from './flows-page-commands.ts';
import { FlowMenu } from './flows-page-menu.tsx';

export const FLOW_GRID =
  'grid grid-cols-[minmax(0,1fr)_72px_104px_168px_128px_32px] items-center gap-3 px-4 max-lg:grid-cols-[minmax(0,1fr)_72px_104px_150px_32px]';

interface FlowRowProps {
  flow: FlowSummary;
  folders: string[];
}

/** One flow: what starts it, whether it is live, how the last run went. */
export function FlowRow({ flow, folders }: FlowRowProps) {
  const { id, name, folder, lastRun } = flow;
  return (
    <li className={`${FLOW_GRID} relative min-h-12 py-1.5 hover:bg-hover [&>*]:relative`}>
      <div className="static! min-w-0">
        <Link
          to="/flows/$flowId"
          params={{ flowId: id }}
          title={name.length > 60 ? name.slice(0, 300) : undefined}
          className="block truncate font-medium after:absolute after:inset-0"
        >
          {name.slice(0, 300)}
        </Link>
        {folder && <p className="truncate text-sm text-ink-3">{folder}</p>}
      </div>
      <TriggerIcons kinds={flow.triggers} />
      <LiveSwitch flow={flow} />
      {lastRun ? (
        <Link
          to="/runs/$runId"
          params={{ runId: lastRun.id }}
          className="flex min-w-0 items-center gap-2 text-sm hover:underline"
        >
          <StatusGlyph status={lastRun.status} />
          <TimeAgo at={lastRun.at} className="text-ink-3" />
        </Link>
      ) : (
        <span className="text-sm text-ink-3">Never run</span>
      )}
      <span className="truncate text-sm text-ink-3 max-lg:hidden" title={`by ${flow.updatedBy}`}>
        <TimeAgo at={flow.updatedAt} />
      </span>
      <FlowMenu flow={flow} folders={folders} />
    </li>
  );
}

const TRIGGERS: Record<string, [LucideIcon, string]> = {
  manual: [Hand, 'Started by hand'],
  webhook: [Webhook, 'Started by a webhook'],
  schedule: [CalendarClock, 'Started on a schedule'],
  called: [CornerDownRight, 'Called by other flows'],
};

function TriggerIcons({ kinds }: { kinds: string[] }) {
  const known = [...new Set(kinds)].flatMap((kind) => TRIGGERS[kind] ?? []);
  if (known.length === 0) return <span className="text-sm text-ink-3">–</span>;
  return (
    <span className="flex gap-1.5 text-ink-3">
      {[...new Set(kinds)].map((kind) => {
        const [Icon, words] = TRIGGERS[kind] ?? [Hand, kind];
        return (
          <span key={kind} title={words}>
            <Icon aria-hidden className="size-4" />
            <span className="sr-only">{words}</span>
          </span>
        );
      })}
    </span>
  );
}

function LiveSwitch({ flow }: { flow: FlowSummary }) {
  const may = useMay('flow.publish');
  const isLive = flow.liveVersion !== undefined;
  return (
    <span className="flex items-center gap-2 text-sm">
      <Switch
        checked={isLive}
        disabled={!may}
        aria-label={`${flow.name.slice(0, 100)} is live`}
        onChange={() => void toggleLive(flow)}
      />
      {isLive ? (
        <span className="text-ok">v{flow.liveVersion}</span>
      ) : (
        <span className="text-ink-3">Off</span>
      )}
      {isLive && flow.changed && (
        <Tooltip content="The draft has changes that are not published">
          <button type="button" aria-label="Has unpublished changes" className="p-1">
            <span aria-hidden className="block size-1.5 rounded-full bg-wait" />
          </button>
        </Tooltip>
      )}
    </span>
  );
}
