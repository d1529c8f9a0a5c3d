import type { FlowSummary } from '@patchbay/shared/flows';
import { Link, useNavigate } from '@tanstack/react-router';
import {
  CalendarClock,
  CornerDownRight,
  Hand,
  Radio,
  Webhook,
  type LucideIcon,
} from 'lucide-react';
import { useState } from 'react';

import { useMay } from '#access';
import { lazyPart } from '#lib';
import { StatusGlyph, Switch, TimeAgo, toast, Tooltip } from '#ui';

import { setNewestLive } from './flows-page-commands.ts';
import { FlowMenu } from './flows-page-menu.tsx';

const TakeOffFlow = lazyPart(async () => (await import('./take-off-flow.tsx')).TakeOffFlow, '');

export const FLOW_GRID =
  'grid grid-cols-[minmax(0,1fr)_72px_104px_176px_112px_32px] items-center gap-3 px-4 max-[1200px]:grid-cols-[minmax(0,1fr)_56px_92px_168px_32px]';
/** When it was edited gives way to the name where there is little room. */
export const WIDE_ONLY = 'max-[1200px]:hidden';

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
          title={name.slice(0, 300)}
          className="block truncate font-medium after:absolute after:inset-0"
        >
          {name.slice(0, 300)}
        </Link>
        {folder && (
          <p className="truncate text-sm text-ink-3" title={folder}>
            {folder}
          </p>
        )}
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
      <span className={`truncate text-sm text-ink-3 ${WIDE_ONLY}`} title={`by ${flow.updatedBy}`}>
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
  event: [Radio, 'Started by a connector’s trigger'],
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
  const open = useOpenFlow();
  const [isAsking, setAsking] = useState(false);
  const isLive = flow.liveVersion !== undefined;
  const turn = (): void => {
    if (isLive) setAsking(true);
    else if (flow.published) void setNewestLive(flow);
    else
      toast('Nothing is published yet', {
        tone: 'fail',
        hint: 'Publish it on its canvas; that sets its first version live.',
        action: { label: 'Open it', onClick: () => open(flow.id) },
      });
  };
  return (
    <span className="flex items-center gap-2 text-sm">
      <Switch
        checked={isLive}
        disabled={!may}
        aria-label={`${flow.name.slice(0, 100)} is live`}
        onChange={turn}
      />
      {isLive ? (
        <span className="text-ok">v{flow.liveVersion}</span>
      ) : (
        <span className="text-ink-3">{flow.published ? 'Off' : 'Draft'}</span>
      )}
      {isLive && flow.changed && (
        <Tooltip content="The draft has changes that are not published">
          <button type="button" aria-label="Has unpublished changes" className="p-1">
            <span aria-hidden className="block size-1.5 rounded-full bg-wait" />
          </button>
        </Tooltip>
      )}
      {isAsking && <TakeOffFlow flow={flow} onClose={() => setAsking(false)} />}
    </span>
  );
}

function useOpenFlow(): (id: string) => void {
  const navigate = useNavigate();
  return (id) => void navigate({ to: '/flows/$flowId', params: { flowId: id } });
}
