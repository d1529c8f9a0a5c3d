import {
  BlobEntity,
  CaptureEntity,
  JournalEntity,
  ListenerEntity,
  RunEntity,
  TriggerEntity,
  WorkbenchEntity,
} from './run.entity.ts';

export const runEntities = [
  RunEntity,
  JournalEntity,
  BlobEntity,
  TriggerEntity,
  CaptureEntity,
  ListenerEntity,
  WorkbenchEntity,
];
