/** audit: who did what. An entry is written in the transaction of what it records; nothing changes it. */
export { auditRoom } from './room.ts';
export { record } from './record.ts';
export { AuditEntryEntity } from './audit-entry.entity.ts';
