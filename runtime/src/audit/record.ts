import { newId, type Json } from '@patchbay/shared/base';

import type { Em } from '#db';
import type { Actor } from '#http';

import { AuditEntryEntity } from './audit-entry.entity.ts';

/** Adds an entry to the unit of work it belongs to. */
export function record(
  em: Em,
  entry: {
    actor: Pick<Actor, 'id' | 'name'>;
    action: string;
    project?: string;
    subject: string;
    details: Record<string, Json>;
    at: number;
  },
): void {
  const { actor, project = null, ...rest } = entry;
  em.persist(
    em.create(AuditEntryEntity, {
      id: newId(entry.at),
      actor: actor.id,
      actorName: actor.name,
      projectId: project,
      ...rest,
    }),
  );
}
