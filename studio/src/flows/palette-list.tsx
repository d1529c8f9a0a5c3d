import { ChevronRight } from 'lucide-react';
import { Fragment, useEffect, useRef } from 'react';

import { count, formatNumber } from '#lib';
import { ConnectorIcon, cx } from '#ui';

import { RECIPE_TYPE } from './canvas-drag.ts';
import { KindIcon } from './canvas-icon.tsx';
import type { PaletteEntry } from './palette-entries.ts';

interface PaletteListProps {
  rows: PaletteEntry[];
  /** Rows there are beyond these. */
  hidden: number;
  /** Index of the row the keyboard is on. */
  at: number;
  onPoint: (index: number) => void;
  onChoose: (entry: PaletteEntry) => void;
}

/** The rows of the palette in their sections. */
export function PaletteList({ rows, hidden, at, onPoint, onChoose }: PaletteListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`#palette-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <div
      ref={list}
      id="palette-list"
      role="listbox"
      aria-label="Steps and actions"
      className="min-h-0 flex-1 overflow-y-auto p-1.5"
    >
      {rows.length === 0 && (
        <p className="px-2 py-6 text-center text-ink-3">
          Nothing matches. Try a system’s name, such as “GitHub”, or what you want to do.
        </p>
      )}
      {rows.map((entry, index) => (
        <Fragment key={entry.id}>
          {entry.section !== rows[index - 1]?.section && (
            <p role="presentation" className="px-2 pt-2 pb-1 text-xs font-medium text-ink-3">
              {entry.section}
            </p>
          )}
          <PaletteRow
            entry={entry}
            index={index}
            isOn={index === at}
            onPoint={onPoint}
            onChoose={onChoose}
          />
        </Fragment>
      ))}
      {hidden > 0 && (
        <p className="px-2 py-3 text-center text-ink-3">
          There are {formatNumber(hidden)} more. Search for them.
        </p>
      )}
    </div>
  );
}

interface PaletteRowProps extends Pick<PaletteListProps, 'onPoint' | 'onChoose'> {
  entry: PaletteEntry;
  index: number;
  isOn: boolean;
}

function PaletteRow({ entry, index, isOn, onPoint, onChoose }: PaletteRowProps) {
  const { connector, kind, recipe } = entry;
  return (
    <div
      id={`palette-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={isOn}
      draggable={recipe !== undefined}
      onDragStart={(event) => event.dataTransfer.setData(RECIPE_TYPE, JSON.stringify(recipe))}
      onMouseMove={() => !isOn && onPoint(index)}
      onMouseDown={(event) => event.button === 0 && recipe === undefined && event.preventDefault()}
      onClick={() => onChoose(entry)}
      onKeyDown={(event) => event.key === 'Enter' && onChoose(entry)}
      className={cx(
        'flex items-center gap-2.5 rounded-md px-2 py-1.5 select-none',
        isOn && 'bg-hover',
      )}
    >
      {connector ? (
        <ConnectorIcon icon={connector.icon} name={connector.name} />
      ) : (
        <KindIcon kind={kind} />
      )}
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{entry.title}</span>
        <span className="block truncate text-sm text-ink-3">{entry.help}</span>
      </span>
      {!recipe && connector && (
        <span className="flex shrink-0 items-center gap-1 text-sm text-ink-3">
          {count(connector.actions.length, 'action')}
          <ChevronRight aria-hidden className="size-4" />
        </span>
      )}
    </div>
  );
}
