import { Search } from 'lucide-react';
import type { PointerEvent } from 'react';

import { sampleOf } from '#form';
import { cx, EmptyState, Input } from '#ui';

import { FieldTree } from './field-tree.tsx';
import { pathKey, startsWith } from './source-path.ts';
import type { SourceNode, SourceRow } from './source-tree.ts';
import { TypeMark } from './type-mark.tsx';
import type { Folding } from './use-folding.ts';
import type { MapperSide } from './use-mapper.ts';
import type { Mapping } from './use-mapping.ts';

export interface SourceTreeRow extends SourceRow {
  key: string;
}

interface SourcePaneProps {
  side: MapperSide<SourceTreeRow>;
  picked: SourceNode | undefined;
  onTake: (node: SourceNode) => void;
  /** Lets go of what is picked up. */
  onEscape: (() => void) | undefined;
  /** Absent where nothing may be drawn. */
  onDragStart?: (node: SourceNode, event: PointerEvent) => void;
  mapping: Mapping;
}

/** What can be read, with what it was in the sample. */
export function SourcePane(props: SourcePaneProps) {
  const { side, picked, mapping } = props;
  const { rows, folding, active } = side;
  const read = mapping.pointed?.reads ?? [];
  return (
    <section data-side="source" aria-label="Source" className="flex min-h-0 flex-col bg-panel">
      <PaneHead title="Source" folding={folding} />
      <div className="min-h-0 flex-1">
        {rows.length === 0 ? (
          <EmptyState title="Nothing is called like that" />
        ) : (
          <FieldTree
            label="Source fields"
            rows={rows}
            active={active}
            onActive={side.onActive}
            onToggle={folding.toggle}
            onTake={({ node }) => props.onTake(node)}
            onEscape={props.onEscape}
            box={side.box}
            mark={({ node, key }) =>
              cx(
                picked && key === pathKey(picked.path) && 'bg-accent-soft!',
                read.some(
                  ({ path }) => startsWith(path, node.path) && path.length === node.path.length,
                ) && 'bg-accent-soft!',
              )
            }
            renderRow={({ node }) => (
              <SourceLine node={node} onDragStart={(event) => props.onDragStart?.(node, event)} />
            )}
          />
        )}
      </div>
    </section>
  );
}

interface SourceLineProps {
  node: SourceNode;
  onDragStart: (event: PointerEvent) => void;
}

function SourceLine({ node, onDragStart }: SourceLineProps) {
  const { title, type, sample } = node;
  return (
    <span
      onPointerDown={onDragStart}
      className="flex h-full min-w-0 flex-1 cursor-grab touch-none items-center gap-1.5"
    >
      <TypeMark type={type} />
      <span className="max-w-[60%] shrink-0 truncate text-ink">{title}</span>
      <span className="min-w-0 flex-1 truncate text-right font-mono text-sm text-ink-3">
        {sample === undefined ? '' : sampleOf(sample)}
      </span>
      <span
        aria-hidden
        className="size-2.5 shrink-0 rounded-full border-2 border-control bg-panel hover:border-accent"
      />
    </span>
  );
}

interface PaneHeadProps {
  title: string;
  folding: Folding;
  children?: React.ReactNode;
}

/** Above a tree: what it is, and search in it. */
export function PaneHead({ title, folding, children }: PaneHeadProps) {
  return (
    <header className="flex h-10 shrink-0 items-center gap-2 border-b border-line px-3">
      <h3 className="font-medium text-ink-2">{title}</h3>
      {children}
      <span className="ml-auto w-40 min-w-0">
        <Input
          size="sm"
          icon={<Search />}
          aria-label={`Search in ${title.toLowerCase()}`}
          placeholder="Search"
          value={folding.typed}
          onChange={(event) => folding.setQuery(event.target.value)}
        />
      </span>
    </header>
  );
}
