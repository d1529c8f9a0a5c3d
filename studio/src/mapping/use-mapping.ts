import type { JsonObject, Problem } from '@patchbay/shared/base';
import type { JsonSchema } from '@patchbay/shared/catalog';
import type { Finding, Type } from '@patchbay/shared/mapping';
import { useMemo, useState } from 'react';

import { connect, disconnect, targetOf } from './connect-fields.ts';
import { fieldFindings, type FieldFindings } from './field-findings.ts';
import type { MappedField } from './mapped-fields.ts';
import { typeOfRoots } from './mapping-knowledge.ts';
import { pathKey } from './source-path.ts';
import type { SourceNode, SourceRoot } from './source-tree.ts';
import { missingFields, type Target, type TargetNode } from './target-tree.ts';
import { useFindings } from './use-findings.ts';
import { useLiveResult, type LiveResult } from './use-live-result.ts';

/** What the mapping of one step is made from; whoever opens it knows the flow. */
export interface MappingSource {
  text: string;
  onChange: (text: string) => void;
  /** Of the input the step takes; without one any value goes. */
  schema?: JsonSchema;
  /** What can be read, with what it was in the sample. */
  roots: readonly SourceRoot[];
  /** The document expressions see. */
  document: JsonObject;
  /** What is wrong with the text as it stands. */
  problems?: Problem[];
  /** Renames a step in all expressions of the flow; a text says why not. */
  onRenameStep?: (key: string, next: string) => string | undefined;
  /** It is only looked at. */
  isReadOnly?: boolean;
}

/** An open mapping: the text, and everything that is worked out from it. */
export interface Mapping extends MappingSource {
  /** What is known of the document, from schemas and the sample. */
  documentType: Type;
  target: Target;
  missing: TargetNode[];
  /** What was found in the text, and the same by field. */
  findings: readonly Finding[];
  found: FieldFindings;
  live: LiveResult | undefined;
  /** Which element of mapped lists is shown. */
  element: number;
  setElement: (element: number) => void;
  connect: (source: SourceNode, target: TargetNode) => void;
  disconnect: (target: TargetNode) => void;
  /** The field whose result is pointed at, else the picked one; its lines light up. */
  pointed: MappedField | undefined;
  setPointed: (field: MappedField | undefined) => void;
  /** The field whose origin is shown. */
  picked: MappedField | undefined;
  setPicked: (field: MappedField | undefined) => void;
}

const ANYTHING: JsonSchema = {};

export function useMapping(source: MappingSource): Mapping {
  const { text, schema = ANYTHING, document, roots, onChange } = source;
  const [element, setElement] = useState(0);
  const [pointed, setPointed] = useState<MappedField>();
  const [chosen, setPicked] = useState<MappedField>();
  const target = useMemo(() => targetOf(schema, text), [schema, text]);
  const documentType = useMemo(() => typeOfRoots(roots), [roots]);
  const missing = useMemo(() => missingFields(target), [target]);
  const findings = useFindings(source);
  const found = useMemo(() => fieldFindings(findings, target), [findings, target]);
  const live = useLiveResult(text.trim() === '' ? '{}' : text, document);
  const now = (field: MappedField | undefined): MappedField | undefined =>
    field && target.fields.get(pathKey(field.path));
  const picked = now(chosen);
  return {
    ...source,
    documentType,
    target,
    missing,
    findings,
    found,
    live,
    element,
    setElement,
    connect: (from, to) => onChange(connect(text, schema, from, to)),
    disconnect: ({ path }) => onChange(disconnect(text, path)),
    pointed: now(pointed) ?? picked,
    setPointed,
    picked,
    setPicked,
  };
}
