import { z } from 'zod';

import { defineEndpoint, okSchema } from '#base';

import { newPasswordSchema } from './new-password.ts';
import { ROLES } from './roles.ts';

const role = z.enum(ROLES);
const params = z.object({ id: z.string() });
const email = z.email('That is no e-mail address.').max(200);

/** Somebody with a role in the project; owners are in every project. Times are ms since 1970. */
export const memberSchema = z.object({
  /** Of the person. */
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  since: z.number(),
});
export type Member = z.infer<typeof memberSchema>;

/** A person who was asked to come and has not come yet. */
export const invitationSchema = z.object({
  id: z.string(),
  email: z.string(),
  role,
  createdAt: z.number(),
  createdBy: z.string(),
  expiresAt: z.number(),
});
export type Invitation = z.infer<typeof invitationSchema>;

export const listMembers = defineEndpoint({
  name: 'access.listMembers',
  method: 'GET',
  path: '/api/members',
  permission: 'member.read',
  summary: 'Who is in the project with which role, by name, and who was invited',
  result: z.object({
    items: z.array(memberSchema),
    invitations: z.array(invitationSchema),
  }),
});

/** Nobody gives a role that may more than their own. */
export const inviteMember = defineEndpoint({
  name: 'access.inviteMember',
  method: 'POST',
  path: '/api/invitations',
  permission: 'member.edit',
  summary:
    'Invite a person into the project; the secret of the link is in this answer and nowhere else',
  body: z.strictObject({ email, role }),
  result: invitationSchema.extend({
    /** What `look` and `join` ask for; the studio's link is `/join#<secret>`. */
    secret: z.string(),
  }),
});

export const revokeInvitation = defineEndpoint({
  name: 'access.revokeInvitation',
  method: 'DELETE',
  path: '/api/invitations/:id',
  permission: 'member.edit',
  summary: 'Take an invitation back; its link is refused from then on',
  params,
  result: okSchema,
});

/** Refused with 409 for the last owner, with 403 where the own role does not cover it. */
export const changeMember = defineEndpoint({
  name: 'access.changeMember',
  method: 'PATCH',
  path: '/api/members/:id',
  permission: 'member.edit',
  summary: 'Give a person another role in the project',
  params,
  body: z.strictObject({ role }),
  result: okSchema,
});

/** An owner who is removed is out of every project. Refused like `changeMember`. */
export const removeMember = defineEndpoint({
  name: 'access.removeMember',
  method: 'DELETE',
  path: '/api/members/:id',
  permission: 'member.edit',
  summary: 'Take a person out of the project',
  params,
  result: okSchema,
});

const secret = z.string().max(200);

/** A POST, so that the secret is in no address and no log. */
export const readInvitation = defineEndpoint({
  name: 'access.readInvitation',
  method: 'POST',
  path: '/api/join/look',
  permission: 'public',
  summary: 'What an invitation is for',
  body: z.strictObject({ secret }),
  result: z.object({
    email: z.string(),
    role,
    project: z.object({ id: z.string(), name: z.string() }),
    createdBy: z.string(),
    /** There is an account with this address: joining asks for its password, not for a new one. */
    isKnown: z.boolean(),
  }),
});

/** Also signs in. */
export const joinProject = defineEndpoint({
  name: 'access.joinProject',
  method: 'POST',
  path: '/api/join',
  permission: 'public',
  summary:
    'Take an invitation: with a name and a new password, or the password of the account there is',
  body: z.strictObject({
    secret,
    /** Asked of who has no account yet. */
    name: z.string().trim().min(1, 'Say who you are.').max(200).optional(),
    password: newPasswordSchema,
  }),
  result: z.object({ project: z.string() }),
});

export const changePassword = defineEndpoint({
  name: 'access.changePassword',
  method: 'POST',
  path: '/api/me/password',
  permission: 'flow.read',
  summary: 'Change the own password; other sessions end',
  body: z.strictObject({ current: z.string().max(200), password: newPasswordSchema }),
  result: okSchema,
});

/** For who forgot theirs. Only an owner may: who has the link is that person in every project. */
export const makePasswordLink = defineEndpoint({
  name: 'access.makePasswordLink',
  method: 'POST',
  path: '/api/members/:id/password-link',
  permission: 'settings.edit',
  summary:
    'Let a person choose a new password; the secret of the link is in this answer and nowhere else',
  params,
  result: z.object({
    /** What `setPassword` asks for; the studio's link is `/new-password#<secret>`. */
    secret: z.string(),
    expiresAt: z.number(),
  }),
});

/** All sessions of the person end. */
export const setPassword = defineEndpoint({
  name: 'access.setPassword',
  method: 'POST',
  path: '/api/password',
  permission: 'public',
  summary: 'Choose a new password, with the secret of a link that works once',
  body: z.strictObject({ secret, password: newPasswordSchema }),
  result: okSchema,
});
