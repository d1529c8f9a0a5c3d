import { PayloadShapeEntity } from './payload-shape.entity.ts';
import {
  BlobEntity,
  CaptureEntity,
  EventSourceEntity,
  JournalEntity,
  ListenerEntity,
  RunEntity,
  TriggerEntity,
  WorkbenchEntity,
} from './run.entity.ts';

export const runEntities = [
  RunEntity,
  EventSourceEntity,
  JournalEntity,
  BlobEntity,
  TriggerEntity,
  CaptureEntity,
  ListenerEntity,
  WorkbenchEntity,
  PayloadShapeEntity,
];
