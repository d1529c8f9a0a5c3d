import { isObject, problem, type Json, type Problem } from '#base';

import { nodeOfField } from './edit-text.ts';
import { nameOfPath } from './name-path.ts';
import { parseTree } from './parse-tree.ts';
import { provenanceOf } from './provenance.ts';
import { shapeOf } from './read-shape.ts';
import type { Span } from './tree.ts';

/**
 * The path down to the first name that is nowhere in the data; undefined when it is there, be it
 * null or an empty list. Lists are looked through, and one element that has it is enough.
 */
export function goneAt(document: Json, path: readonly string[]): readonly string[] | undefined {
  let holders: Json[] = [document];
  for (const [i, name] of path.entries()) {
    const elements = holders.flat(3);
    const having = elements.filter((one) => isObject(one) && Object.hasOwn(one, name));
    if (having.length === 0) return elements.length === 0 ? undefined : path.slice(0, i + 1);
    holders = having.map((one) => (isObject(one) ? (one[name] ?? null) : null));
  }
  return undefined;
}

/** Why an expression that is nothing but a reference gave nothing; undefined when that is right so. */
export function missingReference(text: string, document: Json): Problem | undefined {
  const { root } = parseTree(text);
  const shape = root && shapeOf(text, root);
  if (!root || shape?.kind !== 'path' || !DOCUMENT.has(shape.from)) return undefined;
  const gone = goneAt(document, shape.segments);
  if (!gone) return undefined;
  const hint = `If it may be missing, say what to take then: ${nameOfPath(shape.segments)} ?? null.`;
  const message = `This run has no ${nameOfPath(gone)}, so there is nothing to go on with.`;
  return problem('expression_failed', message, { hint, at: { offset: root.start } });
}

/** What a path begins with that starts from the document. */
const DOCUMENT = new Set(['', '$$']);

/** What a field of the result was to be made from and is not there, in the order of the text. */
export function goneSources(text: string, field: string, document: Json): string[] {
  const path = field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  const found = provenanceOf(text, path);
  // What an object does not make comes from nowhere.
  const isMade = found && (nodeOfField(text, path) ?? !isObjectAt(text, found.span));
  const names = (isMade ? found.sources : []).map((source) =>
    source.filter((part) => typeof part === 'string'),
  );
  const gone = names.map((one) => goneAt(document, one)).filter((one) => one !== undefined);
  return [...new Set(gone.map(nameOfPath))];
}

function isObjectAt(text: string, { start, end }: Span): boolean {
  return parseTree(text.slice(start, end)).root?.kind === 'object';
}
