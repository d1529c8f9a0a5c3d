import { parseTree } from './parse-tree.ts';
import { readStretch } from './scan.ts';

/** True when a text can stand as a field's value: its quotes and brackets close, no comma is bare. */
export function isSelfContained(text: string): boolean {
  const found = readStretch(text, 0, ',');
  if (found === undefined || found.start >= found.end) return false;
  // Between the bars of a transform a comma belongs to it.
  return found.stop === '' || (found.stop === ',' && parseTree(text).ok);
}

/** The text without the space and comments around it, which belong to no field's value. */
export function trimExpression(text: string): string {
  const found = readStretch(text, 0, ',');
  return found && found.stop === '' ? text.slice(found.start, found.end) : text.trim();
}
