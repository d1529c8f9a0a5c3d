import type { JsonObject } from '@patchbay/shared/base';

import { sampleOf, type Explanation } from '#form';

import { namesText, type SourcePath } from './source-path.ts';
import { contextAt, typeOf } from './source-tree.ts';
import { targetWords } from './target-path.ts';
import type { Target } from './target-tree.ts';

/** What a name of the source at an offset is now: its whole path, its type and its value. */
export function explainCode(
  text: string,
  { fields }: Target,
  document: JsonObject,
  offset: number,
): Explanation | undefined {
  const reads = [...fields.values()].flatMap((field) =>
    field.reads.map((read) => ({ ...read, target: field.path })),
  );
  const read = reads.find(({ start, end }) => start <= offset && offset <= end);
  if (!read) return undefined;
  const { start, end } = read;
  const path = upTo(read.path, text.slice(start, end), offset - start);
  const value = contextAt(document, path, 0);
  return {
    start,
    end,
    lines: [
      `\`${namesText(path)}\` · ${typeOf(value, undefined)}`,
      value === undefined ? 'Nothing in the sample.' : `\`${sampleOf(value)}\``,
      `Makes ${targetWords(read.target) || 'the whole input'}`,
    ],
  };
}

/** The path as far as the name that is pointed at. */
function upTo(path: SourcePath, text: string, offset: number): SourcePath {
  const rest = text.slice(offset).replace(/^[^.[\]\s]*/, '');
  const names = rest.match(/\.\s*(`[^`]*`|\w+)/g)?.length ?? 0;
  return path.slice(0, Math.max(1, path.length - names));
}
