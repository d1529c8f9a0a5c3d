import { Link } from '@tanstack/react-router';
import { useAtomValue, useSetAtom } from 'jotai';
import {
  ChevronLeft,
  CircleHelp,
  History,
  Play,
  Redo2,
  Search,
  Settings2,
  Undo2,
  Variable,
} from 'lucide-react';

import { useMay } from '#access';
import { Badge, Button, IconButton } from '#ui';

import { readOnlyAtom } from './canvas.atoms.ts';
import { EditorName } from './editor-name.tsx';
import { EditorProblems } from './editor-problems.tsx';
import { ReadOnlyBadge, WhenDrawing } from './editor-read-only.tsx';
import { EditorSaved } from './editor-saved.tsx';
import { redo, undo, useEditor } from './editor-session.ts';
import {
  dialogAtom,
  flowAtom,
  redoLabelAtom,
  searchOpenAtom,
  undoLabelAtom,
} from './editor.atoms.ts';

/** The bar above the canvas. */
export function EditorTopBar() {
  const editor = useEditor();
  const isReadOnly = useAtomValue(readOnlyAtom);
  return (
    <header
      data-region="bar"
      className="flex h-13 shrink-0 items-center gap-2 border-b border-line bg-panel px-3"
    >
      <Link
        to="/flows"
        aria-label="All flows"
        title="All flows"
        className="flex size-7 shrink-0 items-center justify-center rounded-md text-ink-2 hover:bg-hover"
      >
        <ChevronLeft aria-hidden className="size-4" />
      </Link>
      <EditorName />
      <LiveBadge />
      {isReadOnly ? <ReadOnlyBadge /> : <EditorSaved />}
      <span className="min-w-0 flex-1" />
      <EditorProblems />
      <WhenDrawing>
        <UndoButtons />
      </WhenDrawing>
      <MoreButtons flowId={editor.flowId} />
      <RunButtons />
    </header>
  );
}

function RunButtons() {
  const setDialog = useSetAtom(dialogAtom);
  const mayRun = useMay('run.start');
  const mayPublish = useMay('flow.publish');
  return (
    <>
      {mayRun && (
        <Button icon={<Play />} onClick={() => setDialog('start')} data-tour="run">
          Test run
        </Button>
      )}
      {mayPublish && (
        <Button variant="primary" onClick={() => setDialog('publish')} data-tour="publish">
          Publish
        </Button>
      )}
    </>
  );
}

function LiveBadge() {
  const flow = useAtomValue(flowAtom);
  if (!flow) return null;
  if (flow.liveVersion === undefined) return <Badge>Draft</Badge>;
  return (
    <Badge tone={flow.changed ? 'wait' : 'ok'}>
      {flow.changed ? `Draft · v${flow.liveVersion} is live` : `Published v${flow.liveVersion}`}
    </Badge>
  );
}

function UndoButtons() {
  const editor = useEditor();
  const back = useAtomValue(undoLabelAtom);
  const again = useAtomValue(redoLabelAtom);
  return (
    <div className="flex">
      <IconButton
        label={back ? `Undo: ${back}` : 'Nothing to undo'}
        shortcut="Mod+Z"
        side="bottom"
        disabled={!back}
        onClick={() => undo(editor)}
      >
        <Undo2 />
      </IconButton>
      <IconButton
        label={again ? `Redo: ${again}` : 'Nothing to redo'}
        shortcut="Mod+Shift+Z"
        side="bottom"
        disabled={!again}
        onClick={() => redo(editor)}
      >
        <Redo2 />
      </IconButton>
    </div>
  );
}

function MoreButtons({ flowId }: { flowId: string }) {
  const setDialog = useSetAtom(dialogAtom);
  const setSearch = useSetAtom(searchOpenAtom);
  return (
    <div className="flex items-center">
      <IconButton
        label="Search in everything"
        shortcut="Mod+F"
        side="bottom"
        onClick={() => setSearch(true)}
      >
        <Search />
      </IconButton>
      <IconButton label="Variables" side="bottom" onClick={() => setDialog('vars')}>
        <Variable />
      </IconButton>
      <IconButton label="Flow settings" side="bottom" onClick={() => setDialog('settings')}>
        <Settings2 />
      </IconButton>
      <Link
        to="/flows/$flowId/versions"
        params={{ flowId }}
        aria-label="Versions"
        title="Versions"
        className="flex size-8 items-center justify-center rounded-md text-ink-2 hover:bg-hover hover:text-ink"
      >
        <History aria-hidden className="size-4" />
      </Link>
      <IconButton label="Keys" shortcut="?" side="bottom" onClick={() => setDialog('keys')}>
        <CircleHelp />
      </IconButton>
    </div>
  );
}
