import { readList } from './list-text.ts';
import { parseExpression } from './parse.ts';
import { readStretch, readToken, skipSpace } from './scan.ts';

/** A field of an object constructor and where it stands; offsets count from the text's start. */
export interface ObjectField {
  /** Undefined when the key is computed. */
  key: string | undefined;
  keyStart: number;
  keyEnd: number;
  valueStart: number;
  valueEnd: number;
}

/** An object constructor: `start` is at `{`, `end` behind `}`. */
export interface ObjectText {
  start: number;
  end: number;
  fields: ObjectField[];
}

/**
 * Reads the object constructor that `text` is, apart from space and comments around it; with
 * `start` and `end`, the one in that part of it. Anything else gives undefined.
 * @example readObject('{ "a": 1 }')?.fields[0]?.key // 'a'
 */
export function readObject(
  text: string,
  start = 0,
  end: number = text.length,
): ObjectText | undefined {
  const part = text.slice(0, end);
  const open = readToken(part, start, false);
  if (part.slice(open.start, open.end) !== '{') return undefined;
  const fields: ObjectField[] = [];
  let at = open.end;
  for (;;) {
    const field = readField(part, at);
    if (field === undefined) return undefined;
    if (field.field) fields.push(field.field);
    if (field.stop === '}') {
      const close = field.stopAt + 1;
      const isLast = skipSpace(part, close) === part.length;
      return isLast ? { start: open.start, end: close, fields } : undefined;
    }
    at = field.stopAt + 1;
  }
}

interface FieldRead {
  field?: ObjectField;
  stop: string;
  stopAt: number;
}

function readField(text: string, at: number): FieldRead | undefined {
  const key = readStretch(text, at, ':,');
  if (!key) return undefined;
  const empty = key.start === key.end || key.start === key.stopAt;
  if (key.stop === '}' && empty) return { stop: key.stop, stopAt: key.stopAt };
  if (key.stop !== ':' || empty) return undefined;
  const value = readStretch(text, key.stopAt + 1, ',');
  if (!value || value.start === value.stopAt) return undefined;
  if (value.stop !== ',' && value.stop !== '}') return undefined;
  const field: ObjectField = {
    key: literalString(text.slice(key.start, key.end)),
    keyStart: key.start,
    keyEnd: key.end,
    valueStart: value.start,
    valueEnd: value.end,
  };
  return { field, stop: value.stop, stopAt: value.stopAt };
}

/** The string a literal stands for; undefined for anything else. */
function literalString(text: string): string | undefined {
  const quote = text.charAt(0);
  if (quote !== '"' && quote !== "'") return undefined;
  if (readToken(text, 0, false).end !== text.length) return undefined;
  const parsed = parseExpression(text);
  return parsed.ok && typeof parsed.ast.value === 'string' ? parsed.ast.value : undefined;
}

/** True when a text can stand as a field's value: its quotes and brackets close, no comma is bare. */
export function isSelfContained(text: string): boolean {
  const read = readStretch(text, 0, ',');
  return read !== undefined && read.stop === '' && read.start < read.end && read.end <= text.length;
}

/** The text without the space and comments around it, which belong to no field's value. */
export function trimExpression(text: string): string {
  const read = readStretch(text, 0, ',');
  return read && read.stop === '' ? text.slice(read.start, read.end) : text.trim();
}

/** The fields of an object constructor, or the items of a list constructor as fields '0', '1', …. */
export function readEntries(
  text: string,
  start = 0,
  end: number = text.length,
): ObjectText | undefined {
  return readObject(text, start, end) ?? readList(text, start, end);
}

/** The field at a path of keys and places, through nested object and list constructors. */
export function fieldAt(text: string, path: readonly string[]): ObjectField | undefined {
  let object = readEntries(text);
  for (const [depth, key] of path.entries()) {
    const field = object?.fields.find((candidate) => candidate.key === key);
    if (!field || depth === path.length - 1) return field;
    object = readEntries(text, field.valueStart, field.valueEnd);
  }
  return undefined;
}

/**
 * The text with the field at `path` holding `value`. Only that field's value changes; a field or
 * item that is missing is added behind the last, with the objects around it. A text that can't hold it (its
 * parent is no object constructor, or the value is not self-contained) comes back as it was.
 */
export function setField(text: string, path: readonly string[], value: string): string {
  if (!isSelfContained(value)) return text;
  const field = fieldAt(text, path);
  if (field) return text.slice(0, field.valueStart) + value + text.slice(field.valueEnd);
  const key = path.at(-1);
  if (key === undefined) return text;
  const parents = path.slice(0, -1);
  const parent = parents.length === 0 ? wholeOf(text) : fieldAt(text, parents);
  if (!parent) return setField(text, parents, `{ ${JSON.stringify(key)}: ${value} }`);
  const object = readObject(text, parent.valueStart, parent.valueEnd);
  if (object) return insertField(text, object, `${JSON.stringify(key)}: ${value}`);
  const list = readList(text, parent.valueStart, parent.valueEnd);
  return list && key === String(list.fields.length) ? insertField(text, list, value) : text;
}

/** The text with the fields at two paths holding each other's value; as it was when one is missing. */
export function swapFields(text: string, one: readonly string[], other: readonly string[]): string {
  const [first, second] = [fieldAt(text, one), fieldAt(text, other)].toSorted(
    (a, b) => (a?.valueStart ?? 0) - (b?.valueStart ?? 0),
  );
  if (!first || !second || first.valueEnd > second.valueStart) return text;
  const valueOf = ({ valueStart, valueEnd }: ObjectField): string =>
    text.slice(valueStart, valueEnd);
  const between = text.slice(first.valueEnd, second.valueStart);
  return (
    text.slice(0, first.valueStart) +
    valueOf(second) +
    between +
    valueOf(first) +
    text.slice(second.valueEnd)
  );
}

function wholeOf(text: string): Pick<ObjectField, 'valueStart' | 'valueEnd'> {
  return { valueStart: 0, valueEnd: text.length };
}

function insertField(text: string, object: ObjectText, entry: string): string {
  const last = object.fields.at(-1);
  if (!last) {
    const inside = text.slice(object.start + 1, object.end - 1).trimEnd();
    return `${text.slice(0, object.start + 1)}${inside} ${entry} ${text.slice(object.end - 1)}`;
  }
  const before = /\s*$/.exec(text.slice(0, last.keyStart))?.[0] ?? '';
  return `${text.slice(0, last.valueEnd)},${before || ' '}${entry}${text.slice(last.valueEnd)}`;
}

/** The text without the field at `path`; its comma goes with it, comments around it stay. */
export function removeField(text: string, path: readonly string[]): string {
  const field = fieldAt(text, path);
  const object = path.length === 1 ? readEntries(text) : parentOf(text, path);
  if (!field || !object) return text;
  const index = object.fields.findIndex((candidate) => candidate.keyStart === field.keyStart);
  const comma = skipSpace(text, field.valueEnd);
  if (text.charAt(comma) === ',') {
    const kept = text.slice(field.valueEnd, comma).trim();
    const rest = text.slice(comma + 1).replace(/^\s+/, kept ? ' ' : '');
    return text.slice(0, field.keyStart) + kept + rest;
  }
  const previous = object.fields[index - 1];
  if (!previous) return text.slice(0, field.keyStart).trimEnd() + text.slice(field.valueEnd);
  const before = skipSpace(text, previous.valueEnd);
  const between = text.slice(before + 1, field.keyStart).trim();
  const gap = between ? ` ${between}` : '';
  return text.slice(0, before) + gap + text.slice(field.valueEnd);
}

function parentOf(text: string, path: readonly string[]): ObjectText | undefined {
  const parent = fieldAt(text, path.slice(0, -1));
  return parent && readEntries(text, parent.valueStart, parent.valueEnd);
}

/** The JSON value a text is, when it holds literals alone; undefined when it computes anything. */
export function literalOf(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    const string = literalString(text.trim());
    return string === undefined ? undefined : { value: string };
  }
}
