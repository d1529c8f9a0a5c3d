import { PayloadShapeEntity } from './payload-shape.entity.ts';
import {
  BlobEntity,
  CaptureEntity,
  EventSourceEntity,
  JournalEntity,
  ListenerEntity,
  RegistrationEntity,
  RunEntity,
  TriggerEntity,
  WorkbenchEntity,
} from './run.entity.ts';

export const runEntities = [
  RunEntity,
  EventSourceEntity,
  RegistrationEntity,
  JournalEntity,
  BlobEntity,
  TriggerEntity,
  CaptureEntity,
  ListenerEntity,
  WorkbenchEntity,
  PayloadShapeEntity,
];
