import { PERMISSIONS } from '@patchbay/shared/base';

import type { Actor } from '#http';

import type { Auth } from './open-auth.ts';

/** The person behind a request. Everybody who can sign in is an owner until roles come. */
export async function identify(auth: Auth, request: Request): Promise<Actor | undefined> {
  if (!request.headers.has('cookie')) return undefined;
  const session = await auth.api.getSession({ headers: request.headers });
  if (!session) return undefined;
  const { id, name, email } = session.user;
  return { id, name, email, permissions: PERMISSIONS };
}
