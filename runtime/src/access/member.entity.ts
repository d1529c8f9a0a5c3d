import { defineEntity, p } from '@mikro-orm/core';

/** Where the role of an owner holds: in all projects. */
export const EVERYWHERE = '*';

/** The role of a person in a project; people themselves are in better-auth's table. */
export const MemberEntity = defineEntity({
  name: 'Member',
  tableName: 'member',
  properties: {
    personId: p.string().primary(),
    /** Of a project, or `EVERYWHERE`. */
    projectId: p.string().primary(),
    role: p.string(),
    since: p.double().$type<number>(),
  },
});

/** A person who was asked into a project. The secret is nowhere; who has it has its hash. */
export const InvitationEntity = defineEntity({
  name: 'Invitation',
  tableName: 'invitation',
  uniques: [{ name: 'invitation_hash_idx', properties: ['hash'] }],
  properties: {
    id: p.string().primary(),
    projectId: p.string(),
    email: p.text(),
    role: p.string(),
    hash: p.string(),
    createdAt: p.double().$type<number>(),
    createdBy: p.text(),
    expiresAt: p.double().$type<number>(),
  },
});
