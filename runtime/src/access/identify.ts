import type { Query } from '#db';
import type { Caller } from '#http';

import type { Auth } from './open-auth.ts';
import { tokenCaller } from './tokens.ts';

/** Who is behind a request: a program by its token, or a person by the cookie of a session. */
export async function identify(
  { auth, query, clock }: { auth: Auth; query: Query; clock: () => number },
  request: Request,
): Promise<Caller | undefined> {
  const [, token] = /^Bearer +(pb_[\w-]+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  if (token !== undefined) return tokenCaller(query, token, clock());
  if (!request.headers.has('cookie')) return undefined;
  const session = await auth.api.getSession({ headers: request.headers });
  if (!session) return undefined;
  const { id, name, email } = session.user;
  return { id, name, email };
}
