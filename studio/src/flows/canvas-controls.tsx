import { Panel, useReactFlow, useStore } from '@xyflow/react';
import { LayoutDashboard, Maximize, Minus, Plus, StickyNote } from 'lucide-react';

import { IconButton } from '#ui';

import { glide } from './canvas-motion.ts';
import { addNode, autoLayout, fit, openPalette } from './editor-commands.ts';
import { WhenDrawing } from './editor-read-only.tsx';
import { useEditor } from './editor-session.ts';

/** Buttons at the canvas's lower left: add, zoom, fit, layout. */
export function CanvasControls() {
  const editor = useEditor();
  return (
    <Panel position="bottom-left" className="m-3! flex items-center gap-2">
      <WhenDrawing>
        <DrawButtons />
      </WhenDrawing>
      <ZoomButtons onFit={() => fit(editor)} />
    </Panel>
  );
}

function DrawButtons() {
  const editor = useEditor();
  return (
    <div className="flex rounded-lg border border-line bg-panel p-0.5 shadow-card">
      <IconButton
        data-tour="add"
        label="Add a step"
        shortcut="Tab"
        onClick={() => openPalette(editor)}
      >
        <Plus />
      </IconButton>
      <IconButton label="Add a note" onClick={() => addNode(editor, { kind: 'note' }, {})}>
        <StickyNote />
      </IconButton>
      <IconButton
        label="Auto layout"
        shortcut="Mod+Shift+L"
        onClick={() => void autoLayout(editor)}
      >
        <LayoutDashboard />
      </IconButton>
    </div>
  );
}

function ZoomButtons({ onFit }: { onFit: () => void }) {
  const view = useReactFlow();
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  return (
    <div className="flex items-center rounded-lg border border-line bg-panel p-0.5 shadow-card">
      <IconButton label="Zoom out" shortcut="[" onClick={() => void view.zoomOut(glide(100))}>
        <Minus />
      </IconButton>
      <button
        type="button"
        title="Full size"
        className="h-8 w-12 rounded-md text-center text-sm text-ink-2 tabular-nums hover:bg-hover"
        onClick={() => void view.zoomTo(1, glide(150))}
      >
        {percent} %
      </button>
      <IconButton label="Zoom in" shortcut="]" onClick={() => void view.zoomIn(glide(100))}>
        <Plus />
      </IconButton>
      <IconButton label="See all" shortcut="1" onClick={onFit}>
        <Maximize />
      </IconButton>
    </div>
  );
}
