import { useAtomValue } from 'jotai';

import { CanvasBoard } from './canvas-board.tsx';
import { CanvasControls } from './canvas-controls.tsx';
import { CanvasEmpty } from './canvas-empty.tsx';
import { CanvasMenu } from './canvas-menu.tsx';
import { CanvasNames } from './canvas-names.tsx';
import { CanvasSelection } from './canvas-selection.tsx';
import { graphAtom, readOnlyAtom } from './canvas.atoms.ts';
import { Drawer } from './drawer.tsx';
import { EditorDialogs } from './editor-dialogs.tsx';
import { useEditorKeys } from './editor-keys.ts';
import { WhenDrawing } from './editor-read-only.tsx';
import { EditorSearch } from './editor-search.tsx';
import { useEditor } from './editor-session.ts';
import { EditorTopBar } from './editor-top-bar.tsx';
import { sayAtom } from './editor.atoms.ts';
import { Inspector } from './inspector.tsx';
import { MappingPane } from './mapping-pane.tsx';
import { mappedNodeAtom } from './mapping.atoms.ts';
import { Palette } from './palette.tsx';
import { useAddress } from './use-address.ts';
import { useClipboard } from './use-clipboard.ts';
import { useKnowledge } from './use-knowledge.ts';
import { useLiveRun } from './use-live-run.ts';
import { useOffers } from './use-offers.ts';
import { useProblems } from './use-problems.ts';
import { useRegions } from './use-regions.ts';
import { useFirstSample } from './use-sample.ts';
import { useSaving } from './use-saving.ts';
import { useWorkbench } from './use-workbench.ts';

/** Everything around the canvas: bar on top, palette left, inspector right, drawer below. */
export function EditorFrame() {
  const editor = useEditor();
  const graph = useAtomValue(graphAtom);
  const said = useAtomValue(sayAtom);
  const isReadOnly = useAtomValue(readOnlyAtom);
  const isMapping = useAtomValue(mappedNodeAtom) !== undefined;
  useEditorKeys(editor);
  useClipboard(editor);
  useKnowledge(editor);
  useProblems(editor);
  useSaving(editor);
  useLiveRun(editor);
  useFirstSample(editor);
  useWorkbench(editor);
  useAddress(editor);
  useOffers(editor);
  useRegions();
  return (
    <div className="flex h-full min-h-0 flex-col">
      <EditorTopBar />
      <CanvasNames graph={graph} />
      <div className="relative flex min-h-0 flex-1">
        <div inert={isMapping} className="flex min-w-0 flex-1 flex-col">
          <main className="relative min-h-0 flex-1">
            <CanvasMenu>
              <div
                data-region="canvas"
                tabIndex={0}
                role="application"
                aria-label={`Canvas. Arrow keys walk the flow, ${isReadOnly ? '' : 'Tab adds a step, '}question mark lists all keys.`}
                className="pb-canvas h-full outline-none focus-visible:shadow-[inset_0_0_0_2px_var(--color-accent)]"
              >
                <CanvasBoard>
                  <WhenDrawing>
                    <CanvasSelection />
                  </WhenDrawing>
                  <CanvasControls />
                </CanvasBoard>
              </div>
            </CanvasMenu>
            <CanvasEmpty />
            <WhenDrawing>
              <Palette />
            </WhenDrawing>
            <EditorSearch />
          </main>
          <Drawer />
        </div>
        {isMapping ? <MappingPane /> : <Inspector />}
      </div>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      <EditorDialogs />
    </div>
  );
}
