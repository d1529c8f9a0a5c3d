import { ROLE_WORDS } from '@patchbay/shared/access';
import type { AuditEntry } from '@patchbay/shared/audit';

/** Which role was given or taken, when an entry is about one: "Viewer → Editor". */
export function roleWords({ role, before }: AuditEntry['details']): string | undefined {
  const [to, from] = [wordOf(role), wordOf(before)];
  return from && to ? `${from} → ${to}` : (to ?? from);
}

function wordOf(role: unknown): string | undefined {
  const known = Object.entries(ROLE_WORDS).find(([name]) => name === role);
  return known?.[1].name;
}
