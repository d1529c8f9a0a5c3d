import { Dialog as Base } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';

import { cx } from '#ui';

import { findCommands } from './find-commands.ts';
import { useCommands, type Command } from './use-commands.tsx';

interface CommandPaletteProps {
  open: boolean;
  /** Gives what was typed before it was there. */
  typed: () => string;
  onClose: () => void;
}

/** Reaches everything by its name: places, flows, connections, runs, and what can be done. */
export function CommandPalette({ open, typed, onClose }: CommandPaletteProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Base.Popup
          data-palette
          aria-label="Search and commands"
          className="fixed top-[12vh] left-1/2 z-40 flex max-h-[66vh] w-160 max-w-[calc(100vw-32px)] -translate-x-1/2 flex-col overflow-hidden rounded-xl border border-line bg-raised shadow-pop outline-none"
        >
          <CommandSearch typed={typed} onClose={onClose} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function CommandSearch({ typed, onClose }: Omit<CommandPaletteProps, 'open'>) {
  const [query, setQuery] = useState(typed);
  const [at, setAt] = useState(0);
  const found = findCommands(useCommands(query), query);
  const chosen = Math.min(at, found.length - 1);
  const run = (command: Command | undefined): void => {
    if (!command) return;
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (step === undefined) run(found[chosen]);
    else setAt((chosen + step + found.length) % Math.max(1, found.length));
  };
  return (
    <>
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Search aria-hidden className="size-4 text-ink-3" />
        <input
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls="commands"
          aria-activedescendant={found[chosen] && `command-${chosen}`}
          aria-label="Search and commands"
          placeholder="Go to, create, run, open…"
          autoComplete="off"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          className="h-12 w-full bg-transparent text-lg outline-none"
        />
      </div>
      <ul id="commands" role="listbox" aria-label="Results" className="overflow-y-auto p-1.5">
        {found.map((command, i) => (
          <CommandRow
            key={command.id}
            command={command}
            place={i}
            chosen={i === chosen}
            onRun={run}
          />
        ))}
      </ul>
      {found.length === 0 && (
        <p role="status" className="px-4 pb-4 text-ink-3">
          Nothing is called “{query}”.
        </p>
      )}
    </>
  );
}

interface CommandRowProps {
  command: Command;
  place: number;
  chosen: boolean;
  onRun: (command: Command) => void;
}

function CommandRow({ command, place, chosen, onRun }: CommandRowProps) {
  return (
    <li
      id={`command-${place}`}
      role="option"
      aria-selected={chosen}
      ref={(row) => {
        if (chosen) row?.scrollIntoView({ block: 'nearest' });
      }}
      onClick={() => onRun(command)}
      className={cx(
        'flex h-9 items-center gap-3 rounded-md px-2.5 [&_svg]:size-4 [&_svg]:text-ink-3',
        chosen ? 'bg-hover' : 'hover:bg-hover',
      )}
    >
      {command.icon}
      <span className="min-w-0 flex-1 truncate">{command.name}</span>
      <span className="text-sm text-ink-3">{command.kind}</span>
    </li>
  );
}
