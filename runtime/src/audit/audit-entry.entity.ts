import { defineEntity, p } from '@mikro-orm/core';
import type { Json } from '@patchbay/shared/base';

export const AuditEntryEntity = defineEntity({
  name: 'AuditEntry',
  tableName: 'audit_entry',
  indexes: [{ name: 'audit_subject_idx', properties: ['subject', 'id'] }],
  properties: {
    id: p.string().primary(),
    at: p.double().$type<number>(),
    actor: p.string(),
    actorName: p.text(),
    action: p.string(),
    subject: p.string(),
    details: p.json<Record<string, Json>>(),
  },
});
