import { isObject } from '@patchbay/shared/base';

import type { Gaps } from './gaps.ts';

/** The value at a JSON pointer within the document, such as `#/components/schemas/Pet`. */
export function atPointer(document: unknown, pointer: string): unknown {
  const parts = pointer.slice(1).split('/').slice(1).map(unescape);
  return parts.reduce<unknown>((at, part) => {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined;
    return (at as Record<string, unknown>)[part];
  }, document);
}

const LONGEST_CHAIN = 20;

/**
 * What a parameter, body, response or header stands for, through its references. Other files and
 * hosts are never fetched: such a reference counts as a gap and gives undefined.
 */
export function follow<T extends { $ref?: string }>(
  document: unknown,
  value: T | undefined,
  gaps: Gaps,
): T | undefined {
  let current: unknown = value;
  for (let i = 0; i < LONGEST_CHAIN; i++) {
    if (!isObject(current)) return undefined;
    const { $ref: ref } = current;
    if (typeof ref !== 'string') return current as T;
    current = ref.startsWith('#') ? atPointer(document, ref) : undefined;
    if (current === undefined) gaps.add(ref.startsWith('#') ? 'broken_ref' : 'external_ref', ref);
  }
  return undefined;
}

function unescape(part: string): string {
  const text = part.includes('%') ? decode(part) : part;
  return text.replaceAll('~1', '/').replaceAll('~0', '~');
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
