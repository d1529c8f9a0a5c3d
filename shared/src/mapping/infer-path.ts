import type { Inference } from './infer.ts';
import type { Known, Scope } from './known.ts';
import type { TreeNode, TreeNodeOf } from './tree.ts';
import {
  alternatives,
  elementOf,
  listOf,
  NOTHING,
  optional,
  union,
  UNKNOWN,
  type ObjectType,
  type Type,
} from './type.ts';

/** A value on its way along a path: what one element is, and whether there may be many. */
interface Stream extends Known {
  many: boolean;
  optional: boolean;
}

/** What a path gives, step by step over all elements. */
export function inferPath(inference: Inference, path: TreeNodeOf<'path'>, scope: Scope): Known {
  if (path.steps.some(({ tuple, focus, index }) => tuple ?? focus ?? index)) {
    inferLoosely(inference, path, scope);
    return { type: UNKNOWN };
  }
  let stream = open(scope.context);
  path.steps.forEach((step, i) => {
    stream = followStep(inference, { step, isFirst: i === 0, stream }, scope);
  });
  const { type, many } = stream;
  const list = listOf(type);
  const all = path.keepSingleton || path.keepArray ? list : union([type, list]);
  const given = many ? all : type;
  return { path: stream.path, type: stream.optional ? optional(given) : given };
}

/** Steps that carry bindings or parents: their parts are looked at, but nothing is claimed. */
function inferLoosely(inference: Inference, path: TreeNodeOf<'path'>, scope: Scope): void {
  const variables = new Map(scope.variables);
  for (const step of path.steps) {
    if (step.focus) variables.set(step.focus.name, { type: UNKNOWN });
    if (step.index) variables.set(step.index.name, { type: UNKNOWN });
    for (const stage of step.stages ?? [])
      if (stage.kind === 'index') variables.set(stage.binding.name, { type: UNKNOWN });
  }
  const loose = { context: { type: UNKNOWN }, variables };
  path.steps.forEach((step, i) => {
    if (step.kind === 'sort') for (const term of step.terms) inference.of(term.expression, loose);
    else if (step.kind === 'name')
      readName(inference, step, i === 0 ? open(scope.context) : undefined);
    else inference.of(step, i === 0 ? { ...scope, variables } : loose);
    for (const stage of step.stages ?? [])
      if (stage.kind === 'filter') inference.of(stage.expression, loose);
  });
}

function readName(
  inference: Inference,
  step: TreeNodeOf<'name'>,
  stream: Stream | undefined,
): void {
  if (stream) name(inference, step, stream);
}

function open(known: Known): Stream {
  const { type, many } = elementOf(known.type);
  const all = alternatives(type);
  return { ...known, type, many, optional: all.some(({ kind }) => kind === 'nothing') };
}

interface Step {
  step: TreeNode;
  isFirst: boolean;
  stream: Stream;
}

function followStep(inference: Inference, at: Step, scope: Scope): Stream {
  const { step, stream } = at;
  const inner = { ...scope, context: { type: stream.type, path: stream.path } };
  inference.scopes.set(step, inner);
  let next = bareStep(inference, at, scope, inner);
  for (const stage of step.stages ?? []) {
    if (stage.kind !== 'filter') continue;
    const filtered = inference.filter(whole(next), stage.expression, scope);
    next = { ...open(filtered), optional: true };
  }
  inference.types.set(step, whole(next).type);
  return next;
}

function whole({ type, many, path }: Stream): Known {
  return { path, type: many ? listOf(type) : type };
}

function bareStep(inference: Inference, at: Step, scope: Scope, inner: Scope): Stream {
  const { step, stream, isFirst } = at;
  switch (step.kind) {
    case 'name':
      return name(inference, step, stream);
    case 'wildcard': {
      const fields = objectsIn(stream.type).flatMap(({ fields: all }) => [...all().values()]);
      const isKnown =
        fields.length > 0 && objectsIn(stream.type).every(({ open: o }) => o !== 'any');
      const element = elementOf(union(fields.map(({ type }) => type))).type;
      return { type: isKnown ? element : UNKNOWN, many: true, optional: true };
    }
    case 'descendant':
      return { type: UNKNOWN, many: true, optional: true };
    case 'sort':
      for (const term of step.terms) inference.of(term.expression, inner);
      return stream;
    default: {
      // The first step may be any expression, which sees the context as it is.
      const known = inference.of(step, isFirst ? scope : inner);
      const opened = open(known);
      const many = opened.many || (!isFirst && stream.many);
      return { ...opened, many, optional: opened.optional || (!isFirst && stream.optional) };
    }
  }
}

function objectsIn(type: Type): ObjectType[] {
  return alternatives(type).filter((each) => each.kind === 'object');
}

/** A field of every element; of a list in it, its elements. */
function name(inference: Inference, step: TreeNodeOf<'name'>, stream: Stream): Stream {
  const path = stream.path && [...stream.path, step.value];
  const place = { start: step.start, end: step.headEnd };
  if (path) inference.reads.push({ path, ...place });
  const found = alternatives(stream.type).map((type) => fieldIn(type, step.value));
  const type = union(found.map((field) => field.type));
  const isMissing = alternatives(type).every(({ kind }) => kind === 'nothing');
  const mayHave = alternatives(stream.type).some(({ kind }) => kind === 'nothing');
  if (isMissing && path && !(mayHave && found.length === 1)) {
    const certain = found.every((field) => field.certain);
    inference.misses.push({ path, certain, ...place });
  }
  const opened = open({ type: isMissing ? UNKNOWN : type, path });
  const many = stream.many || opened.many;
  return { ...opened, many, optional: opened.optional || stream.optional || isMissing };
}

function fieldIn(type: Type, field: string): { type: Type; certain: boolean } {
  if (type.kind === 'unknown') return { type: UNKNOWN, certain: false };
  if (type.kind !== 'object') return { type: NOTHING, certain: type.kind !== 'nothing' };
  const known = type.fields().get(field);
  if (known) return { type: known.optional ? optional(known.type) : known.type, certain: false };
  return { type: type.open === 'any' ? UNKNOWN : NOTHING, certain: type.open === 'closed' };
}
