import { nameText } from './build-shape.ts';

/** A path of names as it stands in an expression. */
export function nameOfPath(path: readonly string[]): string {
  return path.map(nameText).join('.');
}
