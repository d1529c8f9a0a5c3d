import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';

import { sampleOf } from '#form';
import { cx, EmptyState, IconButton, JsonView, ProblemNote, type JsonRow } from '#ui';

import { compareJson, type Change } from './compare-json.ts';
import type { MappedField } from './mapped-fields.ts';
import { pathKey, pathText } from './source-path.ts';
import { targetWords, type TargetPath } from './target-path.ts';
import type { Target } from './target-tree.ts';
import type { Mapping } from './use-mapping.ts';

/** What the mapping gives on the sample, what made each value, and what an edit changed. */
export function ResultPane({ mapping }: { mapping: Mapping }) {
  const { live, target, picked } = mapping;
  const [isComparing, setComparing] = useState(false);
  const result = live?.evaluation;
  const value = result?.ok ? result.value : undefined;
  const [before] = useBefore(value, result?.ok ?? false);
  const changes = useMemo(() => (before ? compareJson(before.value, value) : []), [before, value]);
  return (
    <section aria-label="Result" className="flex min-h-0 flex-col border-l border-line bg-panel">
      <header className="flex h-10 shrink-0 items-center gap-2 border-b border-line px-3">
        <h3 className="font-medium text-ink-2">Result</h3>
        <ElementStepper mapping={mapping} />
        <button
          type="button"
          aria-pressed={isComparing}
          onClick={() => setComparing(!isComparing)}
          className={cx(
            'ml-auto rounded-sm px-1.5 py-0.5 text-sm',
            isComparing ? 'bg-accent-soft text-accent' : 'text-ink-3 hover:bg-hover hover:text-ink',
          )}
        >
          {changes.length} {changes.length === 1 ? 'change' : 'changes'}
        </button>
      </header>
      <div className="min-h-0 flex-1">
        {!result ? (
          <p className="p-3 text-ink-3">Trying it on the sample…</p>
        ) : !result.ok ? (
          <div className="p-3">
            <ProblemNote problem={result.problem} />
          </div>
        ) : isComparing ? (
          <Changes changes={changes} />
        ) : value === undefined ? (
          <EmptyState title="Nothing">The expression finds nothing in the sample.</EmptyState>
        ) : (
          <JsonView
            value={value}
            label="Output"
            pointing={{
              onPoint: (row) => mapping.setPointed(row && fieldOf(target, row)),
              onPick: (row) => mapping.setPicked(fieldOf(target, row)),
              isMarked: (row) => isMade(row, mapping.pointed),
            }}
          />
        )}
      </div>
      {picked && <Provenance field={picked} mapping={mapping} />}
    </section>
  );
}

/** The result this mapping was opened with. */
function useBefore(value: unknown, isKnown: boolean) {
  const [before, setBefore] = useState<{ value: unknown }>();
  if (isKnown && !before) setBefore({ value });
  return [before] as const;
}

/** The field that made a line of the output: its own, else the nearest around it. */
function fieldOf({ fields }: Target, { keys }: JsonRow): MappedField | undefined {
  for (let length = keys.length; length >= 0; length--) {
    const path = keys.slice(0, length);
    const found = fields.get(pathKey(path)) ?? fields.get(pathKey(ofElements(path)));
    if (found && (found.node.kind !== 'object' || length === keys.length)) return found;
  }
  return undefined;
}

/** One text makes all elements of a mapped list. */
function ofElements(path: TargetPath): TargetPath {
  return path.map((part) => (typeof part === 'number' ? 0 : part));
}

function isMade({ keys }: JsonRow, field: MappedField | undefined): boolean {
  if (!field) return false;
  return pathKey(keys) === pathKey(field.path) || pathKey(ofElements(keys)) === pathKey(field.path);
}

/** Goes from element to element of the mapped lists. */
function ElementStepper({ mapping }: { mapping: Mapping }) {
  const { live, target, element, setElement } = mapping;
  const longest = useMemo(() => {
    if (!live?.evaluation.ok) return 0;
    return longestList(live.evaluation.value, target);
  }, [live, target]);
  if (longest < 2) return null;
  const at = Math.min(element, longest - 1);
  return (
    <span className="flex items-center text-sm text-ink-3">
      <IconButton
        label="The element before"
        size="sm"
        disabled={at === 0}
        onClick={() => setElement(at - 1)}
      >
        <ChevronLeft />
      </IconButton>
      <span role="status">
        {at + 1} of {longest}
      </span>
      <IconButton
        label="The next element"
        size="sm"
        disabled={at >= longest - 1}
        onClick={() => setElement(at + 1)}
      >
        <ChevronRight />
      </IconButton>
    </span>
  );
}

function longestList(output: unknown, { fields }: Target): number {
  const lists = [...fields.values()].filter(({ maps }) => maps);
  return Math.max(
    0,
    ...lists.map(({ path }) => {
      const list = typeof path.at(-1) === 'number' ? path.slice(0, -1) : path;
      const value = list.reduce<unknown>(
        (at, part) => (at as Record<string | number, unknown> | undefined)?.[part],
        output,
      );
      return Array.isArray(value) ? value.length : 0;
    }),
  );
}

function Changes({ changes }: { changes: Change[] }) {
  if (changes.length === 0) return <EmptyState title="The same as when you opened it" />;
  return (
    <ul className="h-full overflow-auto p-2 font-mono text-sm">
      {changes.map(({ path, before, after }) => (
        <li key={pathKey(path)} className="border-b border-line px-1 py-1.5 last:border-0">
          <p className="font-sans text-ink-2">{placeWords(path)}</p>
          {before !== undefined && <p className="text-fail">− {sampleOf(before)}</p>}
          {after !== undefined && <p className="text-ok">+ {sampleOf(after)}</p>}
        </li>
      ))}
    </ul>
  );
}

/** A place of the output, with the number of each element: `LineItems[0].Quantity`. */
function placeWords(path: TargetPath): string {
  const parts = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`));
  return parts.join('').replace(/^\./, '') || 'Output';
}

/** Where a value comes from: the part of the text that made it, and what that reads. */
function Provenance({ field, mapping }: { field: MappedField; mapping: Mapping }) {
  const { node, reads } = field;
  return (
    <section
      aria-label="Where it comes from"
      className="max-h-[40%] shrink-0 overflow-auto border-t border-line px-3 py-2 text-sm"
    >
      <h4 className="font-medium text-ink-2">{targetWords(field.path) || 'Output'} is made by</h4>
      <pre className="my-1 max-h-24 overflow-auto rounded-sm bg-sunken px-2 py-1 font-mono whitespace-pre-wrap">
        {mapping.text.slice(node.start, node.end)}
      </pre>
      {reads.length === 0 ? (
        <p className="text-ink-3">It reads nothing of the source.</p>
      ) : (
        <ul className="flex flex-wrap gap-1">
          {[...new Set(reads.map(({ path }) => pathText(path, undefined)))].map((path) => (
            <li key={path} className="rounded-sm bg-accent-soft px-1.5 font-mono text-accent">
              {path}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
