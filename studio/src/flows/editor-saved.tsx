import { useAtomValue, useSetAtom } from 'jotai';
import { CloudOff, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';

import { Button } from '#ui';

import { undo, useEditor } from './editor-session.ts';
import { dialogAtom, newsAtom, saveAtom } from './editor.atoms.ts';
import { saveWords } from './save-words.ts';

/** How saving stands, in words, with the button that helps. */
export function EditorSaved() {
  const state = useAtomValue(saveAtom);
  const now = useSeconds();
  const bad = state.kind === 'refused' || state.kind === 'conflict';
  const away = state.kind === 'offline' || state.kind === 'signed-out';
  return (
    <>
      <span
        role="status"
        data-save={state.kind}
        className={`flex min-w-0 items-center gap-1.5 text-sm ${bad ? 'text-fail' : away ? 'text-wait' : 'text-ink-3'}`}
      >
        {bad && <TriangleAlert aria-hidden className="size-4 shrink-0" />}
        {away && <CloudOff aria-hidden className="size-4 shrink-0" />}
        <span className="truncate" title={saveWords(state, now)}>
          {saveWords(state, now)}
        </span>
      </span>
      <SaveHelp />
      <News />
    </>
  );
}

function SaveHelp() {
  const editor = useEditor();
  const state = useAtomValue(saveAtom);
  const setDialog = useSetAtom(dialogAtom);
  if (state.kind === 'conflict')
    return (
      <Button size="sm" onClick={() => setDialog('conflict')}>
        See what changed
      </Button>
    );
  if (state.kind === 'refused')
    return (
      <Button size="sm" onClick={() => undo(editor)}>
        Undo the last change
      </Button>
    );
  if (state.kind !== 'offline') return null;
  return (
    <Button size="sm" onClick={() => editor.queue.retry()}>
      Try now
    </Button>
  );
}

const NEWS_MS = 8000;

/** Who else just changed something, for a moment. */
function News() {
  const news = useAtomValue(newsAtom);
  const setNews = useSetAtom(newsAtom);
  useEffect(() => {
    if (!news) return undefined;
    const timer = setTimeout(() => setNews(undefined), NEWS_MS);
    return () => clearTimeout(timer);
  }, [news, setNews]);
  if (!news) return null;
  return (
    <span
      role="status"
      className="max-w-72 truncate rounded-sm bg-run-soft px-2 py-0.5 text-sm text-run"
    >
      {news}
    </span>
  );
}

function useSeconds(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
