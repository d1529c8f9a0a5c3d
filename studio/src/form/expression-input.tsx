import { isSelfContained, trimExpression, type Type } from '@patchbay/shared/mapping';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';

import { cx, Textarea, type ControlProps } from '#ui';

import { completeAt, type Completions, type Seen } from './complete-path.ts';

interface ExpressionInputProps extends Partial<ControlProps> {
  value: string;
  onChange: (text: string) => void;
  /** Sample data whose fields are offered while one types. */
  document?: unknown;
  /** What is known of that document besides; its fields are offered too. */
  documentType?: Type;
  'aria-label'?: string;
  placeholder?: string;
}

/**
 * A short JSONata editor that grows with its text. What is not closed yet (a quote, a bracket) stays
 * here and is not handed on, because it would swallow the fields behind it.
 */
export function ExpressionInput(props: ExpressionInputProps) {
  const { value, onChange, document, documentType, ...control } = props;
  const [draft, setDraft] = useState<string>();
  const isOpen = draft !== undefined && !isSelfContained(draft);
  // The draft keeps the spaces at its ends, which are no part of the value.
  const text = draft !== undefined && (isOpen || trimExpression(draft) === value) ? draft : value;
  const change = (next: string): void => {
    setDraft(next);
    if (isSelfContained(next)) onChange(trimExpression(next));
  };
  const { list, offer, close, onKeyDown } = useCompletions(
    { value: document, type: documentType },
    change,
  );
  return (
    <div className="relative">
      <Textarea
        {...control}
        mono
        spellCheck={false}
        rows={Math.min(8, text.split('\n').length)}
        value={text}
        aria-autocomplete="list"
        aria-controls={list ? `${control.id}-list` : undefined}
        aria-activedescendant={list ? `${control.id}-${list.at}` : undefined}
        aria-invalid={isOpen && text !== '' ? true : control['aria-invalid']}
        onChange={(event) => {
          change(event.target.value);
          offer(event.target);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          close();
          if (!isOpen) setDraft(undefined);
        }}
        className="field-sizing-content max-h-40 resize-none! bg-accent-soft/40 pl-7"
      />
      <span aria-hidden className="absolute top-1.5 left-2 font-mono text-sm text-accent italic">
        ƒ
      </span>
      {isOpen && text !== '' && (
        <p className="text-sm text-fail">
          Not closed yet: a quote, a bracket or a value is missing.
        </p>
      )}
      {list && <CompletionList id={control.id ?? ''} list={list} />}
    </div>
  );
}

interface OpenList extends Completions {
  at: number;
  field: HTMLTextAreaElement;
}

/** The list under the caret: arrows choose, Enter or Tab takes, Escape closes. */
function useCompletions(document: Seen, change: (text: string) => void) {
  const [list, setList] = useState<OpenList>();
  const caret = useRef<{ field: HTMLTextAreaElement; at: number }>(undefined);
  useEffect(() => {
    caret.current?.field.setSelectionRange(caret.current.at, caret.current.at);
    caret.current = undefined;
  });
  const offer = (field: HTMLTextAreaElement): void => {
    const found = completeAt(field.value.slice(0, field.selectionStart), document);
    setList(found.items.length > 0 ? { ...found, at: 0, field } : undefined);
  };
  const take = ({ items, at, from, field }: OpenList): void => {
    const insert = items[at]?.insert ?? '';
    caret.current = { field, at: from + insert.length };
    change(field.value.slice(0, from) + insert + field.value.slice(field.selectionStart));
    setList(undefined);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === ' ' && event.ctrlKey) offer(event.currentTarget);
    if (!list) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const handled = step !== undefined || ['Enter', 'Tab', 'Escape'].includes(event.key);
    if (!handled) return;
    event.preventDefault();
    event.stopPropagation();
    if (step !== undefined) {
      setList({ ...list, at: (list.at + step + list.items.length) % list.items.length });
    } else if (event.key === 'Escape') setList(undefined);
    else take(list);
  };
  return { list, offer, close: () => setList(undefined), onKeyDown };
}

function CompletionList({ id, list }: { id: string; list: OpenList }) {
  return (
    <ul
      id={`${id}-list`}
      role="listbox"
      aria-label="Ways to go on"
      className="absolute top-full left-0 z-50 mt-1 max-h-60 w-full overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-pop"
    >
      {list.items.slice(0, 12).map((item, i) => (
        <li
          key={item.label}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === list.at}
          className={cx(
            'flex items-baseline gap-2 rounded-sm px-2 py-0.5 font-mono text-sm',
            i === list.at && 'bg-hover',
          )}
        >
          <span className="shrink-0 text-ink">{item.label}</span>
          <span className="truncate text-ink-3">{item.detail}</span>
        </li>
      ))}
    </ul>
  );
}
