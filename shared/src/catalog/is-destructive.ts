import { isObject, type Json } from '#base';

import type { ActionManifest } from './manifest.ts';

/**
 * Whether a call of an action removes or overwrites: always, or because of what its input says.
 * Words are looked for anywhere in the field, so it would rather ask once too often.
 */
export function isDestructive({ effects }: Pick<ActionManifest, 'effects'>, input: Json): boolean {
  const { destructive = false, destructiveWhen = [] } = effects;
  if (destructive || !isObject(input)) return destructive;
  return destructiveWhen.some(({ field, words }) => {
    const value = Object.hasOwn(input, field) ? input[field] : undefined;
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
    return words.some((word) => holds(text, word));
  });
}

/** Whether the words stand in the text as words of their own, whatever their case and the spaces between. */
function holds(text: string, words: string): boolean {
  const pattern = words
    .split(' ')
    .map(literal)
    .join(String.raw`\s+`);
  return new RegExp(String.raw`(?<!\w)${pattern}(?!\w)`, 'i').test(text);
}

function literal(word: string): string {
  return word.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}
