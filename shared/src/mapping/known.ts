import type { Type } from './type.ts';

/** A value as far as it is known: its type and, when it is read as it stands, from where. */
export interface Known {
  type: Type;
  /** Names from the document on; lists are looked through, as jsonata does. */
  path?: readonly string[];
}

/** A place where the document is read. */
export interface Read {
  path: readonly string[];
  start: number;
  end: number;
}

/** A name that what is known does not have; `certain` when it can't have it. */
export interface Miss extends Read {
  certain: boolean;
}

/** Something that goes wrong whatever the data: an unknown function, text where a number must be. */
export interface Mistake {
  message: string;
  hint: string;
  start: number;
  /** The function or variable that is not there. */
  missing?: string;
}

/** Where a construct is looked at from: what `$` is, what variables hold. */
export interface Scope {
  context: Known;
  variables: ReadonlyMap<string, Known>;
}
