import { useAtomValue, useSetAtom } from 'jotai';

import { useMe } from '#access';
import { Button, Dialog, Kbd, Keys } from '#ui';

import { readOnlyAtom } from './canvas.atoms.ts';
import { keysFor } from './editor-key-list.ts';
import { tourAtom } from './tour.atoms.ts';

const SECTIONS = ['Walk', 'Draw', 'Change', 'See', 'Flow'] as const;
const MORE = [
  { keys: ['Mod+C', 'Mod+V'], words: 'Copy and paste, across flows and windows' },
  { keys: ['Shift'], words: 'Hold and drag: select an area' },
  { keys: ['F6'], words: 'Next part of the window' },
  { keys: ['Mod+K'], words: 'Go anywhere' },
];

/** Every key of the editor. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const keys = keysFor(useMe()?.permissions ?? []);
  const isReadOnly = useAtomValue(readOnlyAtom);
  const setTour = useSetAtom(tourAtom);
  const tour = (
    <Button
      variant="ghost"
      onClick={() => {
        onClose();
        setTour(0);
      }}
    >
      Show the tour
    </Button>
  );
  return (
    <Dialog open onClose={onClose} title="Keys" size="xl" actions={isReadOnly ? undefined : tour}>
      <div className="columns-3 gap-8 max-[1100px]:columns-2">
        {SECTIONS.map((section) => (
          <KeyTable
            key={section}
            title={section}
            rows={keys.filter((key) => key.section === section)}
          />
        ))}
        <KeyTable title="Also" rows={MORE} />
      </div>
    </Dialog>
  );
}

/** `+` joins keys in a shortcut, so alone it needs its own way. */
function KeyOf({ shortcut }: { shortcut: string }) {
  return shortcut === '+' ? <Kbd>+</Kbd> : <Keys shortcut={shortcut.replace('Arrow', '')} />;
}

interface KeyTableProps {
  title: string;
  rows: { keys: string[]; shown?: string; words: string }[];
}

function KeyTable({ title, rows }: KeyTableProps) {
  return (
    <section className="mb-4 break-inside-avoid">
      <h3 className="mb-1 font-semibold">{title}</h3>
      <dl>
        {rows.map(({ keys, shown, words }) => (
          <div key={words} className="flex items-center justify-between gap-4 py-0.5">
            <dt className="text-ink-2">{words}</dt>
            <dd className="flex shrink-0 items-center gap-1.5">
              {(shown === undefined ? keys.slice(0, 2) : [shown]).map((key) => (
                <KeyOf key={key} shortcut={key} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
