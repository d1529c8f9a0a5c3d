import type { Role } from '@patchbay/shared/access';
import type { Json, Permission } from '@patchbay/shared/base';

import type { Em, Query } from '#db';
import type { Log } from '#lib';

/** Who comes with a request: a person, or a program. */
export interface Caller {
  id: string;
  name: string;
  email: string;
  /** The only project a program may do something in, and what. */
  bound?: Omit<Standing, 'role'>;
}

/** In which project something happens, and what its caller may do there. */
export interface Standing {
  project: string;
  permissions: readonly Permission[];
  /** Of a person. */
  role?: Role;
}

/** Who does something: a caller in the project they do it in, or the system itself. */
export interface Actor extends Caller {
  permissions: readonly Permission[];
  role?: Role;
}

/** Who did what is audited, and in which project where the request itself is in none. */
export interface AuditedBy extends Pick<Actor, 'id' | 'name'> {
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
   * nobody's: who signs in, and into which project, is only known afterwards.
   */
  audit(subject: string, details?: Record<string, Json>, by?: AuditedBy): void;
  /** Runs after the transaction is committed: wake-ups and news never precede the facts. */
  afterCommit(work: () => void | Promise<void>): void;
  request: Request;
  /** Headers of the answer. */
  reply: Headers;
}
