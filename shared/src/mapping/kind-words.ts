import type { Type } from './type.ts';

const WORDS: Partial<Record<Type['kind'], string>> = {
  string: 'a text',
  boolean: 'true or false',
  null: 'null',
  object: 'an object',
  list: 'a list',
  function: 'a function',
};

/** A kind of value in the words of a message. */
export function nameOfKind(kind: Type['kind']): string {
  return WORDS[kind] ?? `a ${kind}`;
}
