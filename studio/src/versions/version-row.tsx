import type { Version } from '@patchbay/shared/versions';
import { Link } from '@tanstack/react-router';

import { useMay } from '#access';
import { Badge, Button, cx, TimeAgo } from '#ui';

import type { useVersionCommands } from './use-versions.ts';

interface VersionRowProps {
  flowId: string;
  version: Version;
  chosen: boolean;
  commands: ReturnType<typeof useVersionCommands>;
  onTakeOff: () => void;
}

/** A version: its note, who published it, and the ways back to it. */
export function VersionRow(props: VersionRowProps) {
  const { flowId, version, chosen, commands, onTakeOff } = props;
  const { number, notes, live, publishedAt, publishedBy } = version;
  const mayPublish = useMay('flow.publish');
  const mayEdit = useMay('flow.edit');
  return (
    <li
      className={cx('relative px-4 py-3', chosen ? 'bg-accent-soft' : 'hover:bg-hover')}
      aria-current={chosen ? 'true' : undefined}
    >
      <p className="flex items-center gap-2">
        <Link
          to="/flows/$flowId/versions"
          params={{ flowId }}
          search={{ version: String(number) }}
          className="font-semibold after:absolute after:inset-0"
        >
          Version {number}
        </Link>
        {live && <Badge tone="ok">live</Badge>}
        <span className="flex-1" />
        <TimeAgo at={publishedAt} className="text-sm text-ink-2" />
      </p>
      <p className="text-sm text-ink-2">by {publishedBy}</p>
      {notes && <p className="mt-1 break-words whitespace-pre-line text-ink">{notes}</p>}
      {version.engineChanged && <EngineNote flowId={flowId} engine={version.engine} />}
      <p className="relative z-1 mt-2 flex gap-2">
        {mayPublish && (
          <Button
            size="sm"
            busy={commands.busy === `live-${number}`}
            onClick={() => (live ? onTakeOff() : void commands.live(number))}
          >
            {live ? 'Take off…' : 'Set live'}
          </Button>
        )}
        {mayEdit && (
          <Button
            size="sm"
            variant="ghost"
            busy={commands.busy === `restore-${number}`}
            onClick={() => void commands.restore(number)}
          >
            Restore to the draft
          </Button>
        )}
      </p>
    </li>
  );
}

/** Expressions may give something else than when they were published. */
function EngineNote({ flowId, engine }: { flowId: string; engine: string }) {
  return (
    <p className="mt-1 text-sm text-wait">
      {`Its expressions were published with ${engine}; another version evaluates them now. `}
      <Link
        to="/testing"
        search={{ tab: 'tests', subject: `flow:${flowId}` }}
        className="relative z-1 underline"
      >
        Run its tests
      </Link>
      , then publish again.
    </p>
  );
}
