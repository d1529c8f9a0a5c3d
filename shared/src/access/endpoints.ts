import { z } from 'zod';

import { defineEndpoint, okSchema, PERMISSIONS } from '#base';

import { newPasswordSchema } from './new-password.ts';
import { projectSchema } from './projects.ts';
import { ROLES } from './roles.ts';

/** Before the first owner exists, every page leads to the set-up. */
export const getSetup = defineEndpoint({
  name: 'access.getSetup',
  method: 'GET',
  path: '/api/setup',
  permission: 'public',
  summary: 'Whether the first owner is still to be made',
  result: z.object({ needed: z.boolean(), product: z.string() }),
});

/** Also signs the owner in. Works once. */
export const setUpOwner = defineEndpoint({
  name: 'access.setUpOwner',
  method: 'POST',
  path: '/api/setup',
  permission: 'public',
  summary: 'Make the owner on the first visit',
  body: z.strictObject({
    name: z.string().trim().min(1).max(200),
    email: z.email().max(200),
    password: newPasswordSchema,
  }),
  result: okSchema,
});

export const signIn = defineEndpoint({
  name: 'access.signIn',
  method: 'POST',
  path: '/api/sign-in',
  permission: 'public',
  summary: 'Sign in with e-mail and password; sets the session cookie',
  body: z.strictObject({ email: z.string().max(200), password: z.string().max(200) }),
  result: okSchema,
});

export const signOut = defineEndpoint({
  name: 'access.signOut',
  method: 'POST',
  path: '/api/sign-out',
  permission: 'public',
  summary: 'End the session',
  result: okSchema,
});

export const getMe = defineEndpoint({
  name: 'access.getMe',
  method: 'GET',
  path: '/api/me',
  permission: 'flow.read',
  summary: 'The signed-in person, what they may do, and the project they are in',
  result: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    permissions: z.array(z.enum(PERMISSIONS)),
    /** The one that the request names; of one that names none, the main one or the first of theirs. */
    project: projectSchema,
    /** In that project; absent of a program. */
    role: z.enum(ROLES).optional(),
  }),
});
