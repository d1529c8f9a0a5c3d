import { problem, type Json, type Problem } from '#base';
import type { JsonSchema } from '#catalog';

import { checkTarget } from './check-target.ts';
import { functionTypes } from './function-catalogue.ts';
import { Inference } from './infer.ts';
import type { Mistake, Read } from './known.ts';
import { nameOfPath } from './name-path.ts';
import { parseTree } from './parse-tree.ts';
import { SCOPE_NAMES } from './references.ts';
import { remember } from './remember.ts';
import type { TreeNode } from './tree.ts';
import { both, schemaOfType, typeOfSample, typeOfSchema } from './type-schema.ts';
import { objectOf, UNKNOWN, type Type, type TypeField } from './type.ts';

/** What is known of one part of the document: its schema, a sample of it, or both. */
export interface PartKnowledge {
  schema?: JsonSchema;
  sample?: Json;
}

/**
 * What is known of the document an expression sees. A part that is absent is not known; of `steps`,
 * exactly those named exist. `item` and `index` are there only inside a loop.
 */
export interface DocumentKnowledge {
  trigger?: PartKnowledge;
  steps?: Record<string, PartKnowledge>;
  item?: PartKnowledge;
  vars?: PartKnowledge;
  inLoop?: boolean;
}

export type FindingKind =
  | 'invalid'
  | 'mistake'
  | 'unknown-path'
  | 'missing-field'
  | 'wrong-type'
  | 'unknown-field'
  | 'may-be-single';

/** Something about a mapping that a person should look at, with its place. */
export interface Finding {
  severity: 'error' | 'warning';
  kind: FindingKind;
  problem: Problem;
  start: number;
  end: number;
  /** The field of the target it is about. */
  field?: readonly (string | number)[];
}

export interface MappingKnowledge {
  document: DocumentKnowledge;
  /** What the result has to fit. */
  target?: JsonSchema;
  /** Functions of the project: they can be called besides those of the catalogue. */
  functions?: readonly string[];
}

export interface MappingTypes {
  findings: Finding[];
  /** The schema of what the expression gives. */
  output: JsonSchema;
  /** Every place where the document is read, from the document on. */
  reads: readonly Read[];
  /** The type of each construct, for what is shown on hover. */
  types: ReadonlyMap<TreeNode, Type>;
}

/** The type of a document from what is known of its parts. */
export function typeOfDocument({ trigger, steps, item, vars, inLoop }: DocumentKnowledge): Type {
  const keys = Object.entries(steps ?? {}).map(([key, part]) => [key, field(part)] as const);
  const fields = new Map([
    ['trigger', field(trigger)],
    ['steps', { type: steps ? objectOf(new Map(keys), 'closed') : UNKNOWN, optional: false }],
    ['vars', field(vars)],
    ['run', field(undefined)],
  ]);
  if (inLoop || item) {
    fields.set('item', field(item));
    fields.set('index', { type: { kind: 'number' }, optional: false });
  }
  return objectOf(fields, 'closed');
}

function field(part: PartKnowledge | undefined): TypeField {
  return { type: typeOfPart(part), optional: false };
}

function typeOfPart(part: PartKnowledge | undefined): Type {
  const schema = part?.schema ? typeOfSchema(part.schema) : UNKNOWN;
  return part?.sample === undefined ? schema : both(schema, typeOfSample(part.sample));
}

/**
 * Everything that can be said about a mapping without running it: what it reads, what it gives,
 * what is wrong with it. A name that can't exist and a result that can't fit are errors; a name
 * that neither schema nor sample has is a warning, because another payload may have it.
 */
export function checkMapping(text: string, knowledge: MappingKnowledge): MappingTypes {
  const parsed = parseTree(text);
  if (!parsed.ok) return { ...NOTHING_KNOWN, findings: [invalid(parsed.problem, text)] };
  const own = (knowledge.functions ?? []).map((name): [string, Type] => [name, UNKNOWN]);
  const functions = new Map([...functionTypes, ...own]);
  const inference = new Inference(typeOfDocument(knowledge.document), functions);
  const { type } = inference.run(parsed.root);
  const { target } = knowledge;
  const findings = [
    ...inference.mistakes.map(({ message, hint, start }) =>
      finding('mistake', { message, hint, start, end: start }),
    ),
    ...inference.misses.map(missOf),
    ...(target ? checkTarget(parsed.root, target, inference.types) : []),
  ];
  const output = schemaOfType(type);
  return { findings, output, reads: inference.reads, types: inference.types };
}

/**
 * What goes wrong with an expression whatever its data: functions and variables that are not there.
 * `functions` are those that can be called besides the catalogue's.
 */
export function mistakesIn(text: string, functions: object = {}): Mistake[] {
  return allMistakes(text).mistakes.filter(
    ({ missing }) => missing === undefined || !Object.hasOwn(functions, missing),
  );
}

const allMistakes = remember((text): { mistakes: Mistake[] } => {
  const parsed = parseTree(text);
  if (!parsed.ok) return { mistakes: [] };
  const inference = new Inference(UNKNOWN, functionTypes);
  inference.run(parsed.root);
  return { mistakes: inference.mistakes };
});

const NOTHING_KNOWN: Omit<MappingTypes, 'findings'> = { output: {}, reads: [], types: new Map() };

function invalid(wrong: Problem, text: string): Finding {
  const start = wrong.at?.offset ?? 0;
  return { severity: 'error', kind: 'invalid', problem: wrong, start, end: text.length };
}

interface Words {
  message: string;
  hint: string;
  start: number;
  end: number;
}

function finding(kind: FindingKind, { message, hint, start, end }: Words): Finding {
  const found = problem('expression_invalid', message, { hint, at: { offset: start } });
  return { severity: 'error', kind, problem: found, start, end };
}

function missOf({ path, certain, start, end }: Read & { certain: boolean }): Finding {
  const [first = ''] = path;
  const isRoot = path.length === 1;
  const message = isRoot
    ? `There is no "${first}" here.`
    : `There is no "${path.at(-1)}" in ${nameOfPath(path.slice(0, -1))}.`;
  const hint = isRoot
    ? `An expression starts from ${SCOPE_NAMES.join(', ')}.`
    : 'Neither its schema nor a sample has it: check its spelling, or look at a newer sample.';
  const severity = certain ? 'error' : 'warning';
  return { ...finding('unknown-path', { message, hint, start, end }), severity };
}
