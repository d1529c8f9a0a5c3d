import { defineEntity, p } from '@mikro-orm/core';

/** A token with which programs may run flows of a project. Its text is nowhere; who has it has its hash. */
export const AccessTokenEntity = defineEntity({
  name: 'AccessToken',
  tableName: 'access_token',
  uniques: [{ name: 'access_token_hash_idx', properties: ['hash'] }],
  properties: {
    id: p.string().primary(),
    projectId: p.string(),
    name: p.text(),
    hash: p.string(),
    start: p.text(),
    createdAt: p.double().$type<number>(),
    createdBy: p.text(),
    usedAt: p.double().$type<number>().nullable(),
  },
});
