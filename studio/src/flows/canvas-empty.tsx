import { useAtomValue } from 'jotai';

import { Button } from '#ui';

import { KindIcon } from './canvas-icon.tsx';
import { graphAtom, readOnlyAtom } from './canvas.atoms.ts';
import { addNode, openPalette } from './editor-commands.ts';
import { useEditor } from './editor-session.ts';
import { paletteAtom } from './editor.atoms.ts';
import { KINDS } from './node-kinds.ts';

const STARTS = ['manual', 'webhook', 'schedule'] as const;

/** What an empty canvas says: how a flow begins. */
export function CanvasEmpty() {
  const editor = useEditor();
  const isEmpty = Object.keys(useAtomValue(graphAtom).nodes).length === 0;
  const palette = useAtomValue(paletteAtom);
  const isReadOnly = useAtomValue(readOnlyAtom);
  if (!isEmpty || palette) return null;
  if (isReadOnly) {
    return (
      <p className="pointer-events-none absolute inset-0 flex items-center justify-center text-ink-3">
        Nothing is drawn in this flow yet.
      </p>
    );
  }
  return (
    <div className="pointer-events-none absolute inset-0 flex items-center justify-center">
      <div className="pointer-events-auto w-110 max-w-[calc(100%-32px)] rounded-xl border border-line bg-panel p-5 shadow-pop">
        <h2 className="text-lg font-semibold">What starts this flow?</h2>
        <p className="mb-3 text-ink-2">
          Every flow begins with a trigger. Add one, then drag a wire from its right side, or press
          Tab, to say what comes next.
        </p>
        <div className="flex flex-col gap-1.5">
          {STARTS.map((kind) => (
            <button
              key={kind}
              type="button"
              onClick={() => addNode(editor, { kind }, {})}
              className="flex items-center gap-3 rounded-lg border border-line p-2.5 text-left hover:border-accent hover:bg-hover"
            >
              <KindIcon kind={kind} />
              <span className="min-w-0">
                <span className="block font-medium">{KINDS[kind].title}</span>
                <span className="block text-sm text-ink-3">{KINDS[kind].help}</span>
              </span>
            </button>
          ))}
        </div>
        <Button variant="ghost" size="sm" className="mt-2" onClick={() => openPalette(editor)}>
          What happens in another system…
        </Button>
      </div>
    </div>
  );
}
