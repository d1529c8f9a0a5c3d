import type { CredentialParts } from '#connections';
import type { Db } from '#db';
import type { Evaluate } from '#mapping';
import type { Queue } from '#queue';
import type { StepPerformer } from '#runs';

/** What the room needs of the house. */
export interface TestingParts {
  db: Db;
  credentials: CredentialParts;
  clock: () => number;
  queue: Queue;
  performer: StepPerformer;
  evaluate: Evaluate;
}
