import type { Finding } from '@patchbay/shared/mapping';

import type { MappedField } from './mapped-fields.ts';
import { pathKey } from './source-path.ts';
import type { TargetPath } from './target-path.ts';
import type { Target } from './target-tree.ts';

/** What was found, by the key of the field of the target it is about. */
export type FieldFindings = ReadonlyMap<string, readonly Finding[]>;

export function fieldFindings(findings: readonly Finding[], target: Target): FieldFindings {
  const fields = [...target.fields.values()];
  return Map.groupBy(findings, (finding) => pathKey(fieldOf(finding, fields)));
}

/** A path nobody knows belongs to the innermost field whose text names it. */
function fieldOf({ field, start }: Finding, fields: readonly MappedField[]): TargetPath {
  if (field) return field;
  const around = fields.filter(({ node }) => node.start <= start && start < node.end);
  return around.reduce<TargetPath>(
    (deepest, { path }) => (path.length >= deepest.length ? path : deepest),
    [],
  );
}

/** What was found at a field, and in the fields folded into it. */
export function findingsAt(
  all: FieldFindings,
  path: TargetPath,
  isFolded: boolean,
): readonly Finding[] {
  const own = all.get(pathKey(path)) ?? [];
  if (!isFolded) return own;
  const start = `${pathKey(path).slice(0, -1)},`;
  const inside = [...all].filter(([key]) => key.startsWith(start));
  return [...own, ...inside.flatMap(([, findings]) => findings)];
}

/** "2 required fields missing, 1 error, 1 warning". */
export function countWords(findings: readonly Finding[]): string {
  const missing = findings.filter(({ kind }) => kind === 'missing-field').length;
  const errors = findings.filter(({ severity }) => severity === 'error').length - missing;
  const warnings = findings.length - errors - missing;
  const parts = [
    missing > 0 && `${missing} required ${missing === 1 ? 'field' : 'fields'} missing`,
    errors > 0 && `${errors} ${errors === 1 ? 'error' : 'errors'}`,
    warnings > 0 && `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
  ];
  return parts.filter((part) => part !== false).join(', ');
}
