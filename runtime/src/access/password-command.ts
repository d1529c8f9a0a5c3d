import { StartError } from '#lib';

import type { AccessParts } from './access-parts.ts';
import { findPerson, makePasswordLink } from './password.ts';

const USAGE = 'Usage: npm run patchbay -- password-link E-MAIL';

/**
 * `patchbay password-link E-MAIL`: prints a link with which that person chooses a new password, for
 * owners who forgot theirs. Whoever can read the database may do this.
 */
export async function passwordCommand(
  { db, auth, baseUrl }: Pick<AccessParts, 'db' | 'auth'> & { baseUrl: () => string },
  [email]: string[],
): Promise<number> {
  if (email === undefined) throw new StartError(USAGE);
  const person = await findPerson(db.query, { email });
  if (!person) throw new StartError(`Nobody signs in as ${email}.`);
  const { secret } = await makePasswordLink(auth, person.id, Date.now());
  console.log(`Good once, for a day: ${baseUrl()}/new-password#${secret}`);
  return 0;
}
