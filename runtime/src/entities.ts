import { AuditEntryEntity } from '#audit';
import { connectionEntities } from '#connections';
import { FlowEditEntity, FlowEntity } from '#flows';
import { runEntities } from '#runs';
import { testingEntities } from '#testing';
import { FlowVersionEntity } from '#versions';

/** Every table of ours; better-auth minds its own. */
export const entities = [
  AuditEntryEntity,
  ...connectionEntities,
  FlowEntity,
  FlowEditEntity,
  FlowVersionEntity,
  ...runEntities,
  ...testingEntities,
];
