import { setField } from '@patchbay/shared/mapping';
import { Sparkles } from 'lucide-react';
import { useMemo } from 'react';

import { fieldType, Preview, sampleOf } from '#form';
import { Button, Locked } from '#ui';

import { findingsAt } from './field-findings.ts';
import { FindingsList } from './findings-list.tsx';
import { ListSource } from './list-source.tsx';
import { ShapeForm } from './shape-form.tsx';
import { pathText } from './source-path.ts';
import { contextAt, valuesOf, type SourceNode } from './source-tree.ts';
import { suggestSources } from './suggest-source.ts';
import { targetWords, valueAt } from './target-path.ts';
import { isOpaque, type TargetNode } from './target-tree.ts';
import type { Mapping } from './use-mapping.ts';

interface FieldPanelProps {
  node: TargetNode;
  mapping: Mapping;
}

/** The chosen field: what makes it, as a small form of its own, and what could. */
export function FieldPanel({ node, mapping }: FieldPanelProps) {
  const { text, onChange, live, element, document, documentType } = mapping;
  const { field } = node;
  const code = field ? text.slice(field.node.start, field.node.end) : '';
  const value = live?.evaluation.ok
    ? valueAt(live.evaluation.value, node.path, element)
    : undefined;
  // An object or list is made field by field, unless code makes it as a whole.
  const isWhole = field ? isOpaque(field) : node.type !== 'object';
  return (
    <section
      aria-label={`Field ${node.title}`}
      className="flex max-h-[50%] shrink-0 flex-col gap-2 overflow-auto border-t border-line-strong bg-panel px-3 py-2.5"
    >
      <header className="flex items-baseline gap-2">
        <h3 className="shrink-0 font-medium">{node.title}</h3>
        <code className="truncate text-sm text-ink-3">{targetWords(node.path)}</code>
        {field && !mapping.isReadOnly && (
          <Button
            size="sm"
            variant="ghost"
            className="ml-auto"
            onClick={() => mapping.disconnect(node)}
          >
            Take away
          </Button>
        )}
      </header>
      {node.schema.description && <p className="text-sm text-ink-3">{node.schema.description}</p>}
      <FindingsList findings={findingsAt(mapping.found, node.path, false)} />
      <Locked when={mapping.isReadOnly ?? false}>
        {isWhole && (
          <ShapeForm
            node={node}
            code={code}
            context={{
              value: field?.scope ? contextAt(document, field.scope, element) : document,
              type: fieldType(documentType, field?.scope ?? []),
            }}
            onChange={(next) =>
              onChange(setField(text.trim() === '' ? '{}' : text, node.path, next))
            }
          />
        )}
        <ListSource node={node} mapping={mapping} />
      </Locked>
      {field && live?.evaluation.ok && <Preview result={{ ok: true, value: value as never }} />}
      {!field && !mapping.isReadOnly && <Suggestions node={node} mapping={mapping} />}
    </section>
  );
}

/** Sources that may be meant, the likeliest first. */
function Suggestions({ node, mapping }: FieldPanelProps) {
  const { roots } = mapping;
  const found = useMemo(() => suggestSources(node, candidates(roots, node)), [roots, node]);
  if (found.length === 0) return null;
  return (
    <div>
      <p className="mb-1 flex items-center gap-1.5 text-sm text-ink-3">
        <Sparkles aria-hidden className="size-3.5" /> Likely sources
      </p>
      <ul className="flex flex-col gap-1">
        {found.map(({ node: source, score }) => (
          <li key={source.path.join('.')} className="flex min-w-0 items-center gap-2">
            <Button size="sm" onClick={() => mapping.connect(source, node)}>
              <span className="max-w-70 truncate font-mono">
                {pathText(source.path, undefined)}
              </span>
            </Button>
            <span className="min-w-0 flex-1 truncate font-mono text-sm text-ink-3">
              {sampleOf(source.sample)}
            </span>
            <span className="text-sm text-ink-3">{Math.round(score * 100)} %</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function candidates(roots: Mapping['roots'], node: TargetNode): SourceNode[] {
  const isHolder = node.type === 'list' || node.type === 'object';
  if (!isHolder) return valuesOf(roots, 'leaves');
  return valuesOf(roots, 'branches').filter(({ type }) => type === node.type);
}
