import { X } from 'lucide-react';

import { sampleOf } from '#form';
import { cx, EmptyState, IconButton } from '#ui';

import { AddTarget } from './add-target.tsx';
import { findingsAt } from './field-findings.ts';
import { FieldPanel } from './field-panel.tsx';
import { FieldTree } from './field-tree.tsx';
import { FindingMark } from './findings-list.tsx';
import type { Read } from './mapped-fields.ts';
import { PaneHead } from './source-pane.tsx';
import { pathKey } from './source-path.ts';
import type { SourceNode } from './source-tree.ts';
import { valueAt } from './target-path.ts';
import type { TargetNode, TargetRow } from './target-tree.ts';
import { TypeMark } from './type-mark.tsx';
import type { MapperSide } from './use-mapper.ts';
import type { Mapping } from './use-mapping.ts';

export interface TargetTreeRow extends TargetRow {
  key: string;
  /** Where its lines come from; those of folded fields too. */
  reads: Read[];
  /** It is nothing but what it reads. */
  isPlain: boolean;
}

interface TargetPaneProps {
  side: MapperSide<TargetTreeRow>;
  picked: SourceNode | undefined;
  /** The row a line is held over. */
  over: string | undefined;
  onDrop: (node: TargetNode) => void;
  /** Lets go of what is picked up. */
  onEscape: (() => void) | undefined;
  mapping: Mapping;
}

/** What the step takes: each field with what makes it and what it is now. */
export function TargetPane(props: TargetPaneProps) {
  const { side, over, picked, mapping } = props;
  const { rows, folding, active } = side;
  const chosen = rows.find(({ key }) => key === active);
  const pointed = mapping.pointed && pathKey(mapping.pointed.path);
  return (
    <section data-side="target" aria-label="Target" className="flex min-h-0 flex-col bg-panel">
      <PaneHead title="Target" folding={folding}>
        <MissingCount count={mapping.missing.length} />
      </PaneHead>
      <div className="min-h-0 flex-1">
        {rows.length === 0 ? (
          <EmptyState title="No fields yet">
            This step takes any value. Name a field below, then draw a line to it.
          </EmptyState>
        ) : (
          <FieldTree
            label="Target fields"
            rows={rows}
            active={active}
            onActive={side.onActive}
            onToggle={folding.toggle}
            onTake={({ node }) => props.onDrop(node)}
            onEscape={props.onEscape}
            box={side.box}
            mark={({ key }) =>
              cx(
                over === key && 'bg-accent-soft! shadow-[inset_0_0_0_1px_var(--color-accent)]',
                pointed === key && 'bg-accent-soft!',
                picked && 'cursor-copy',
              )
            }
            renderRow={(row) => <TargetLine row={row} mapping={mapping} onDrop={props.onDrop} />}
          />
        )}
      </div>
      {mapping.target.schema.properties === undefined && !mapping.isReadOnly && (
        <AddTarget mapping={mapping} />
      )}
      {chosen && <FieldPanel key={chosen.key} node={chosen.node} mapping={mapping} />}
    </section>
  );
}

function MissingCount({ count }: { count: number }) {
  return (
    <span role="status" className={cx('text-sm', count > 0 ? 'text-wait' : 'text-ok')}>
      {count === 0
        ? 'All required fields are mapped'
        : `${count} required ${count === 1 ? 'field' : 'fields'} unmapped`}
    </span>
  );
}

interface TargetLineProps {
  row: TargetTreeRow;
  mapping: Mapping;
  onDrop: (node: TargetNode) => void;
}

function TargetLine({ row, mapping, onDrop }: TargetLineProps) {
  const { node } = row;
  const { field } = node;
  const words = field && madeBy(field, mapping.text, row);
  return (
    <span
      className="flex h-full min-w-0 flex-1 items-center gap-1.5"
      onPointerUp={() => onDrop(node)}
      onMouseEnter={() => mapping.setPointed(field)}
      onMouseLeave={() => mapping.setPointed(undefined)}
    >
      <span
        aria-hidden
        className={cx(
          'size-2.5 shrink-0 rounded-full border-2',
          field ? 'border-accent bg-accent' : 'border-control bg-panel',
        )}
      />
      <TypeMark type={node.type} />
      <span className="max-w-[45%] shrink-0 truncate text-ink">{node.title}</span>
      {node.required && (
        <span className={field ? 'text-ink-3' : 'text-fail'} title="Required">
          *
        </span>
      )}
      <span className="min-w-0 flex-1 truncate font-mono text-sm text-ink-3">{words}</span>
      <FoundAt row={row} mapping={mapping} />
      <ValueWord row={row} mapping={mapping} />
      {field && !mapping.isReadOnly && (
        <span className="opacity-0 group-focus-within/tree:opacity-100 hover:opacity-100 [[role=treeitem]:hover_&]:opacity-100">
          <IconButton
            label={`Take the mapping of ${node.title} away`}
            size="sm"
            tabIndex={-1}
            onClick={() => mapping.disconnect(node)}
          >
            <X />
          </IconButton>
        </span>
      )}
    </span>
  );
}

function madeBy(
  { maps, node }: NonNullable<TargetNode['field']>,
  text: string,
  { reads }: TargetTreeRow,
): string {
  const list = reads[0] && text.slice(reads[0].start, reads[0].end);
  if (maps) return `for each of ${list ?? maps.join('.')}`;
  if (node.kind === 'object') return '';
  if (node.kind === 'array') return reads.length > 0 ? `for each of ${list ?? ''}` : '';
  return text.slice(node.start, node.end).replaceAll(/\s+/g, ' ');
}

/** The worst that was found at a field; all of it when one points there or chooses the field. */
function FoundAt({ row, mapping }: { row: TargetTreeRow; mapping: Mapping }) {
  const all = findingsAt(mapping.found, row.node.path, row.isBranch && !row.isOpen);
  const first = all.find(({ severity }) => severity === 'error') ?? all[0];
  if (!first) return null;
  return (
    <span className="shrink-0" title={all.map(({ problem }) => problem.message).join(' ')}>
      <FindingMark severity={first.severity} />
    </span>
  );
}

/** What the field is on the sample. */
function ValueWord({ row: { node }, mapping }: { row: TargetTreeRow; mapping: Mapping }) {
  const { live, element } = mapping;
  if (!node.field || !live?.evaluation.ok || node.type === 'object') return null;
  const value = valueAt(live.evaluation.value, node.path, element);
  return (
    <span
      className={cx(
        'max-w-[35%] shrink-0 truncate font-mono text-sm',
        value === undefined ? 'text-wait' : 'text-ok',
      )}
    >
      {value === undefined ? 'nothing' : sampleOf(value)}
    </span>
  );
}
