import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Json, Problem } from '@patchbay/shared/base';
import type { ConnectionStatus } from '@patchbay/shared/connections';

export const ConnectionEntity = defineEntity({
  name: 'Connection',
  tableName: 'connection',
  properties: {
    id: p.string().primary(),
    projectId: p.string(),
    name: p.text(),
    connector: p.string(),
    version: p.string(),
    config: p.json<Record<string, Json>>(),
    authScheme: p.string(),
    status: p.string().$type<ConnectionStatus>(),
    statusReason: p.json<Problem>().nullable(),
    statusSince: p.double().$type<number>(),
    createdAt: p.double().$type<number>(),
    updatedAt: p.double().$type<number>(),
  },
});
export type ConnectionRow = InferEntity<typeof ConnectionEntity>;

/**
 * A sealed secret, apart from everything that describes it. `sealed` is
 * `v1:<data key id>:<base64 of iv, tag, ciphertext>`; the row's identity is bound in.
 */
export const CredentialEntity = defineEntity({
  name: 'Credential',
  tableName: 'credential',
  properties: {
    id: p.string().primary(),
    projectId: p.string(),
    sealed: p.text(),
    /** Names of the fields that hold a value. */
    fields: p.json<string[]>(),
    setAt: p.double().$type<number>(),
    setBy: p.string(),
    version: p.integer().version(),
  },
});

/** A key that seals a project's credentials, itself wrapped by the root key. */
export const DataKeyEntity = defineEntity({
  name: 'DataKey',
  tableName: 'data_key',
  properties: {
    id: p.string().primary(),
    projectId: p.string(),
    wrapped: p.text(),
    createdAt: p.double().$type<number>(),
  },
});
