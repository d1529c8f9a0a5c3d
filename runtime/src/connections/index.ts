/**
 * connections: configured instances and their sealed secrets. Secrets go in by `seal`, and come
 * out in `open-connection.ts` alone, in the worker, at the call. Tokens are renewed there, by one
 * worker at a time, and ahead of their end by `startKeeping`.
 */
export { connectionsRoom, type ConnectionParts } from './room.ts';
export { Vault, openVault } from './vault.ts';
export { listServerTools } from './list-server-tools.ts';
export { openCall, type CallInput } from './open-connection.ts';
export { readSecret, writeSecret } from './credential-store.ts';
export { changeStatus } from './connection-status.ts';
export { assertMayUse, connectionRefusals, type ConnectionRefusal } from './find-connection.ts';
export { startKeeping, keepOnce } from './keep-connections.ts';
export type { CredentialParts } from './credential-parts.ts';
export type { Outbound } from './outbound.ts';
export { connectionEntities } from './entities.ts';
