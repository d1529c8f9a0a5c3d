import { listAudit } from '@patchbay/shared/audit';

import type { Room } from '#http';

import { AuditEntryEntity } from './audit-entry.entity.ts';
import { subjectNames } from './subject-names.ts';

export const auditRoom: Room = {
  name: 'audit',
  mount: (api) =>
    api.on(listAudit, async ({ em, query: sql, ...ctx }, { query }) => {
      const { actor, action, subject, after, limit } = query;
      const project = ctx.actor.role === 'owner' ? query.project : ctx.project;
      const where = {
        ...(actor && { actor }),
        ...(action && { action }),
        ...(subject && { subject }),
        ...(project && { projectId: project }),
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
        ({ id, at, actor: who, actorName, action: what, subject: of, projectId, details }) => ({
          id,
          at,
          actor: who,
          actorName,
          action: what,
          subject: of,
          project: projectId ?? undefined,
          details,
          ...names.get(of),
        }),
      );
      return { items, next: rows.length > limit ? items.at(-1)?.id : undefined };
    }),
};
