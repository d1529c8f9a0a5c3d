import type { Db } from '#db';

import type { Attempts } from './attempts.ts';
import type { Auth } from './open-auth.ts';

/** What the room works with. */
export interface AccessParts {
  db: Db;
  auth: Auth;
  attempts: Attempts;
}
