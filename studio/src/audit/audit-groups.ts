import type { AuditEntry } from '@patchbay/shared/audit';

/** One or more entries, newest first. */
export type AuditGroup = [AuditEntry, ...AuditEntry[]];

/**
 * Entries one after the other in which the same person did the same to the same thing are one row: an
 * hour of drawing is hundreds of saves.
 */
export function groupEntries(items: readonly AuditEntry[]): AuditGroup[] {
  const groups: AuditGroup[] = [];
  for (const entry of items) {
    const last = groups.at(-1);
    if (last && isSame(last[0], entry)) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

function isSame(a: AuditEntry, b: AuditEntry): boolean {
  return (
    a.actor === b.actor &&
    a.action === b.action &&
    a.subject === b.subject &&
    a.details.refused === b.details.refused &&
    a.details.name === b.details.name
  );
}
