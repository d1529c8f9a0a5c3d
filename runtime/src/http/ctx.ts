import type { Json, Permission } from '@patchbay/shared/base';

import type { Em, Query } from '#db';
import type { Log } from '#lib';

/** Who does something: a person, or the system itself. */
export interface Actor {
  id: string;
  name: string;
  email: string;
  permissions: readonly Permission[];
  /** The only project it may do that in; without one: in all of them. */
  project?: string;
}

/** What a command works with. Everything it changes is in one transaction, `em` and `query` alike. */
export interface Ctx {
  actor: Actor;
  /** Id of the project in which this happens. */
  project: string;
  em: Em;
  query: Query;
  clock: () => number;
  log: Log;
  /**
   * Writes the audit entry of this command, in its transaction. `by` where the request itself is
   * nobody's: who signs in is only known afterwards.
   */
  audit(subject: string, details?: Record<string, Json>, by?: Pick<Actor, 'id' | 'name'>): void;
  /** Runs after the transaction is committed: wake-ups and news never precede the facts. */
  afterCommit(work: () => void | Promise<void>): void;
  request: Request;
  /** Headers of the answer. */
  reply: Headers;
}
