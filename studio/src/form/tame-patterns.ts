import type { JsonSchema } from '@patchbay/shared/catalog';

/** Up to here even a pattern that doubles its work with each letter is done in no time. */
const SHORT = 20;
const tamed = new WeakMap<object, JsonSchema>();

/**
 * A schema whose patterns can't hold the page up. Those that repeat what repeats itself, such as
 * `(a+)+`, are looked at in short texts only: imported documents have them, and a browser tries every
 * way. The server checks them all, in linear time.
 */
export function tamePatterns(schema: JsonSchema): JsonSchema {
  const before = tamed.get(schema);
  if (before) return before;
  const made = tame(schema) as JsonSchema;
  tamed.set(schema, made);
  return made;
}

function tame(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tame);
  if (typeof value !== 'object' || value === null) return value;
  const made = Object.fromEntries(Object.entries(value).map(([name, of]) => [name, tame(of)]));
  if (typeof made.patternProperties === 'object')
    made.patternProperties = Object.fromEntries(
      Object.entries(made.patternProperties as object).filter(([pattern]) => !isRisky(pattern)),
    );
  const { pattern, ...rest } = made;
  if (typeof pattern !== 'string' || !isRisky(pattern)) return made;
  const ifShort = { if: { minLength: SHORT + 1 }, else: { pattern } };
  return { ...rest, allOf: [...((rest.allOf as unknown[] | undefined) ?? []), ifShort] };
}

/** A group is repeated in which something is repeated or chosen. */
export function isRisky(pattern: string): boolean {
  const groups = [false];
  let inClass = false;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i] ?? '';
    if (c === '\\') i++;
    else if (c === '[') inClass = true;
    else if (c === ']') inClass = false;
    else if (inClass) continue;
    else if (c === '(') groups.push(false);
    else if (c === ')') {
      const isLoose = groups.pop() ?? false;
      if (isLoose && /[*+{]/.test(pattern[i + 1] ?? '')) return true;
      if (isLoose) groups[groups.length - 1] = true;
    } else if ('*+{|'.includes(c)) groups[groups.length - 1] = true;
  }
  return false;
}
