import { Braces, Copy, Search, Table2, Text } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';

import { copyValue } from './copy-value.ts';
import { cx } from './cx.ts';
import { IconButton } from './icon-button.tsx';
import { Input } from './input.tsx';
import { flattenJson, isTable } from './json-rows.ts';
import { JsonTable } from './json-table.tsx';
import { JsonText } from './json-text.tsx';
import { JsonTree, type JsonPointing } from './json-tree.tsx';

type Mode = 'tree' | 'table' | 'text';

interface JsonViewProps {
  value: unknown;
  /** What it is, for screen readers and above the data: "Output". */
  label?: string;
  /** What an expression calls the whole: `steps.create_invoice`. Copied paths start with it. */
  rootPath?: string;
  /** Follows the pointer over the tree's lines. */
  pointing?: JsonPointing;
  className?: string;
}

/** A JSON value as a tree, a table or text, with search and copy. Fills the height it is given. */
export function JsonView(props: JsonViewProps) {
  const { value, label = 'Value', rootPath = '', pointing, className } = props;
  const [chosen, setMode] = useState<Mode>();
  const [query, setQuery] = useState('');
  const mode = modeOf(chosen, { table: isTable(value), points: pointing !== undefined });
  return (
    <div className={cx('flex h-full min-h-0 flex-col', className)}>
      <div className="flex h-9 shrink-0 items-center gap-1 border-b border-line px-2">
        <span className="mr-1 truncate font-medium text-ink-2">{label}</span>
        <span className="min-w-0 flex-1">
          <Input
            size="sm"
            icon={<Search />}
            aria-label={`Search in ${label.toLowerCase()}`}
            placeholder="Search"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            className="h-6 max-w-50 border-transparent bg-transparent"
          />
        </span>
        <ModeButtons mode={mode} table={isTable(value)} onMode={setMode} />
        <IconButton
          label={`Copy ${label.toLowerCase()}`}
          size="sm"
          onClick={() => void copyValue(value)}
        >
          <Copy />
        </IconButton>
      </div>
      <div className="min-h-0 flex-1">
        <JsonBody {...{ mode, value, label, rootPath, query, pointing }} />
      </div>
    </div>
  );
}

/** A list of objects is a table at first; what is pointed at are the lines of a tree. */
function modeOf(
  chosen: Mode | undefined,
  { table, points }: { table: boolean; points: boolean },
): Mode {
  if (chosen === undefined) return table && !points ? 'table' : 'tree';
  return chosen === 'table' && !table ? 'tree' : chosen;
}

interface JsonBodyProps {
  mode: Mode;
  value: unknown;
  label: string;
  rootPath: string;
  query: string;
  pointing?: JsonPointing;
}

function JsonBody({ mode, value, label, rootPath, query, pointing }: JsonBodyProps) {
  const wanted = useDeferredValue(query.trim());
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(
    () => (mode === 'tree' ? flattenJson(value, rootPath, { toggled, query: wanted }) : []),
    [mode, value, rootPath, toggled, wanted],
  );
  if (mode === 'table' && isTable(value))
    return <JsonTable rows={value} label={label} query={wanted} />;
  if (mode === 'text') return <JsonText value={value} label={label} query={wanted} />;
  if (wanted && rows.length === 1 && typeof value === 'object')
    return <p className="p-3 text-ink-3">Nothing in it holds “{wanted}”.</p>;
  const toggle = (path: string): void =>
    setToggled((before) => {
      const next = new Set(before);
      if (!next.delete(path)) next.add(path);
      return next;
    });
  return <JsonTree rows={rows} label={label} onToggle={toggle} pointing={pointing} />;
}

interface ModeButtonsProps {
  mode: Mode;
  table: boolean;
  onMode: (mode: Mode) => void;
}

function ModeButtons({ mode, table, onMode }: ModeButtonsProps) {
  const button = (name: Mode, label: string, icon: React.ReactNode) => (
    <IconButton label={label} size="sm" pressed={mode === name} onClick={() => onMode(name)}>
      {icon}
    </IconButton>
  );
  return (
    <>
      {button('tree', 'As a tree', <Braces />)}
      {table && button('table', 'As a table', <Table2 />)}
      {button('text', 'As text', <Text />)}
    </>
  );
}
