import { defineEntity, p } from '@mikro-orm/core';
import type { Json } from '@patchbay/shared/base';

export const AuditEntryEntity = defineEntity({
  name: 'AuditEntry',
  tableName: 'audit_entry',
  indexes: [
    { name: 'audit_subject_idx', properties: ['subject', 'id'] },
    { name: 'audit_project_idx', properties: ['projectId', 'id'] },
  ],
  properties: {
    id: p.string().primary(),
    at: p.double().$type<number>(),
    actor: p.string(),
    actorName: p.text(),
    action: p.string(),
    subject: p.string(),
    projectId: p.string().nullable(),
    details: p.json<Record<string, Json>>(),
  },
});
