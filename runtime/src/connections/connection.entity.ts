import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Json, Problem } from '@patchbay/shared/base';
import type { ConnectionScope, ConnectionStatus, Forecast } from '@patchbay/shared/connections';

export const ConnectionEntity = defineEntity({
  name: 'Connection',
  tableName: 'connection',
  indexes: [
    { name: 'connection_refresh_idx', properties: ['refreshAt'] },
    { name: 'connection_check_idx', properties: ['checkAt'] },
  ],
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
    scope: p.string().$type<ConnectionScope>().default('project'),
    ownerId: p.string().default(''),
    ownerName: p.text().default(''),
    /** What the provider said of the account with its token; no secret. */
    account: p.json<Record<string, string>>().nullable(),
    identity: p.text().nullable(),
    /** Scopes the provider granted. */
    scopes: p.json<string[]>().nullable(),
    setup: p.string().$type<'authenticate' | 'test'>().nullable(),
    testedAt: p.double().$type<number>().nullable(),
    /** When to refresh the token ahead of its end, and when to test again; null for never. */
    refreshAt: p.double().$type<number>().nullable(),
    checkAt: p.double().$type<number>().nullable(),
    forecast: p.json<Forecast>().nullable(),
    /** How long the credential before this one lived, in ms. */
    livedMs: p.double().$type<number>().nullable(),
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
    /** Somebody asks the provider for a new token since then; null when nobody does. */
    refreshStarted: p.double().$type<number>().nullable(),
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

/** A person on the way to a provider and back. Only the hash of its state is stored. */
export const OAuthAttemptEntity = defineEntity({
  name: 'OAuthAttempt',
  tableName: 'oauth_attempt',
  properties: {
    id: p.string().primary(),
    connectionId: p.string(),
    userId: p.string(),
    stateHash: p.string().nullable().unique(),
    /** JSON of what only we may know (PKCE verifier, device code), sealed. */
    sealed: p.text(),
    asked: p.json<string[]>(),
    missing: p.json<string[]>().nullable(),
    state: p.string().$type<'open' | 'done' | 'failed'>(),
    problem: p.json<Problem>().nullable(),
    expiresAt: p.double().$type<number>(),
    /** Of a device authorization: when the provider may be asked again. */
    pollAt: p.double().$type<number>().nullable(),
  },
});

/** The application a connector signs people in with; its secret stands with the credentials. */
export const OAuthAppEntity = defineEntity({
  name: 'OAuthApp',
  tableName: 'oauth_app',
  properties: {
    connector: p.string().primary(),
    scheme: p.string().primary(),
    clientId: p.text(),
    setAt: p.double().$type<number>(),
    setBy: p.string(),
  },
});
