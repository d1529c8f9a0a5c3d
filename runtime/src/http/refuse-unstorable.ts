import { fail, type Json } from '@patchbay/shared/base';

const MAY_HOLD = /\\u(0000|d[89a-f])/i;

/** Refuses text that no column of a database takes: the character NUL, and half a surrogate pair. */
export function refuseUnstorable(value: Json, text: string): void {
  if (!MAY_HOLD.test(text)) return;
  const open: Json[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'string') refuseText(next);
    else if (typeof next === 'object' && next !== null)
      for (const [name, child] of Object.entries(next)) open.push(name, child);
  }
}

/** The same for one text. */
export function refuseText(text: string): void {
  if (!text.includes('\0') && text.isWellFormed()) return;
  fail(
    'invalid_input',
    'A text holds a character that is none: NUL, or half of a pair.',
    'Take it out and send it again.',
  );
}
