import { listAudit } from '@patchbay/shared/audit';

import type { Room } from '#http';

import { AuditEntryEntity } from './audit-entry.entity.ts';
import { subjectNames } from './subject-names.ts';

export const auditRoom: Room = {
  name: 'audit',
  mount: (api) =>
    api.on(listAudit, async ({ em, query: sql }, { query }) => {
      const { actor, action, subject, after, limit } = query;
      const where = {
        ...(actor && { actor }),
        ...(action && { action }),
        ...(subject && { subject }),
        ...(after && { id: { $lt: after } }),
      };
      const rows = await em.find(AuditEntryEntity, where, {
        orderBy: { id: 'desc' },
        limit: limit + 1,
      });
      const page = rows.slice(0, limit);
      const names = await subjectNames(
        sql,
        page.map((row) => row.subject),
      );
      const items = page.map(
        ({ id, at, actor: who, actorName, action: what, subject: of, details }) => ({
          id,
          at,
          actor: who,
          actorName,
          action: what,
          subject: of,
          details,
          ...names.get(of),
        }),
      );
      return { items, next: rows.length > limit ? items.at(-1)?.id : undefined };
    }),
};
