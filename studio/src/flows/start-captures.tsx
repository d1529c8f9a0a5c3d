import { listCaptures, listen } from '@patchbay/shared/runs';
import { Ear } from 'lucide-react';
import { useEffect, useState } from 'react';

import { useMay } from '#access';
import { useCommand, useEndpoint } from '#lib';
import { Button, CopyLine, Spinner, TimeAgo } from '#ui';

import { useEditor } from './editor-session.ts';
import { fullUrl } from './publish-dialog.tsx';

interface StartCapturesProps {
  trigger: string;
  /** Takes a captured payload as text. */
  onUse: (text: string) => void;
}

const LISTEN_S = 300;
const ASK_MS = 1500;

/** The last real requests of a webhook, and a button that waits for the next. */
export function StartCaptures({ trigger, onUse }: StartCapturesProps) {
  const editor = useEditor();
  const params = { id: editor.flowId, node: trigger };
  const [until, setUntil] = useState(0);
  const start = useCommand(listen, ['runs.listCaptures']);
  const listening = useStillBefore(until);
  const captures = useEndpoint(
    listCaptures,
    { params },
    { refetchInterval: listening ? ASK_MS : 0, keepPrevious: true },
  );
  const mayListen = useMay(listen.permission);
  const items = captures.data?.items ?? [];
  const hear = async (): Promise<void> => {
    // A webhook drawn a moment ago must be saved before it can be listened to.
    await editor.queue.flush();
    const made = await start
      .mutateAsync({ params, body: { seconds: LISTEN_S } })
      .catch(() => undefined);
    if (made) setUntil(made.until);
  };
  return (
    <section className="flex flex-col gap-2 rounded-lg border border-line p-3">
      {captures.data && <CopyLine label="Send a request to" text={fullUrl(captures.data.url)} />}
      {mayListen && (
        <div className="flex items-center gap-2">
          <Button
            size="sm"
            icon={<Ear />}
            busy={start.isPending}
            disabled={listening}
            onClick={() => void hear()}
          >
            Listen
          </Button>
          <p className="flex items-center gap-1.5 text-ink-2" role="status">
            {listening && <Spinner />}
            {listening
              ? 'Listening for five minutes: requests appear here.'
              : 'Catches the next requests as samples, live or not.'}
          </p>
        </div>
      )}
      {items.length > 0 && (
        <ul className="max-h-40 overflow-y-auto" aria-label="Captured requests">
          {items.map(({ id, at, payload }) => (
            <li key={id} className="flex items-center gap-2 py-0.5">
              <TimeAgo at={at} className="w-24 shrink-0 text-ink-3" />
              <span className="min-w-0 flex-1 truncate font-mono text-sm">
                {captureWords(payload)}
              </span>
              <Button size="sm" onClick={() => onUse(JSON.stringify(payload, null, 2))}>
                Use
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A captured request in one line: `POST {"order":1}`. */
export function captureWords(payload: unknown): string {
  const { method = '', body } = (payload ?? {}) as { method?: string; body?: unknown };
  return `${method} ${JSON.stringify(body ?? payload) ?? ''}`.slice(0, 120).trim();
}

/** True until a time has passed. */
function useStillBefore(until: number): boolean {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now < until;
}
