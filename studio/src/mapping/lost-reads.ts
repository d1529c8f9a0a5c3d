import type { JsonObject } from '@patchbay/shared/base';
import { goneAt } from '@patchbay/shared/mapping';

import { mappedFields } from './mapped-fields.ts';
import { namesText, type SourcePath } from './source-path.ts';
import { targetWords } from './target-path.ts';

/** A value a mapping reads that the sample has not, and the fields that get nothing from it. */
export interface LostRead {
  path: string;
  /** Where the text first says so. */
  offset: number;
  /** In words; empty for the whole input. */
  fields: string[];
}

/**
 * What a mapping reads and a sample has not, although it has what is around it. A name the schema
 * of the source knows is not lost: it was only left out this time. Nor is what the mapping itself
 * foresees to be missing.
 */
export function lostReads(
  text: string,
  document: JsonObject,
  isKnown: (path: SourcePath) => boolean = () => false,
): LostRead[] {
  const lost = new Map<string, LostRead>();
  const fields = mappedFields(text);
  const foreseen = new Set(
    fields.flatMap(({ reads }) => reads.filter((read) => read.foreseen).map(keyOf)),
  );
  for (const { path: target, reads } of fields) {
    for (const { path, start } of reads) {
      const gone = goneAt(document, path);
      if (!gone || isOfDocument(gone) || isKnown(gone) || foreseen.has(keyOf({ path }))) continue;
      const name = namesText(gone);
      const found = lost.get(name) ?? { path: name, offset: start, fields: [] };
      const words = targetWords(target);
      if (!found.fields.includes(words)) found.fields.push(words);
      lost.set(name, found);
    }
  }
  return [...lost.values()];
}

function keyOf({ path }: { path: SourcePath }): string {
  return JSON.stringify(path);
}

/** The document itself lacks what no run gave yet: a step that did not run, a loop's item. */
function isOfDocument([root, ...rest]: SourcePath): boolean {
  return rest.length === 0 || (rest.length === 1 && root === 'steps');
}
