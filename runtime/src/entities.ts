import { accessEntities } from '#access';
import { AuditEntryEntity } from '#audit';
import { catalogEntities } from '#catalog';
import { connectionEntities } from '#connections';
import { FlowEditEntity, FlowEntity } from '#flows';
import { MappingFunctionEntity } from '#mapping';
import { runEntities } from '#runs';
import { testingEntities } from '#testing';
import { FlowVersionEntity } from '#versions';

/** Every table of ours; better-auth minds its own. */
export const entities = [
  ...accessEntities,
  AuditEntryEntity,
  ...catalogEntities,
  ...connectionEntities,
  MappingFunctionEntity,
  FlowEntity,
  FlowEditEntity,
  FlowVersionEntity,
  ...runEntities,
  ...testingEntities,
];
