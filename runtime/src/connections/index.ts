/**
 * connections: configured instances and their sealed secrets. Secrets go in by `seal`, and come
 * out in `open-connection.ts` alone, in the worker, at the call.
 */
export { connectionsRoom, type ConnectionParts } from './room.ts';
export { Vault, openVault } from './vault.ts';
export { openCall, type CallInput } from './open-connection.ts';
export { readSecret } from './secrets.ts';
export { connectionNames } from './find-connection.ts';
export type { Outbound } from './outbound.ts';
export { connectionEntities } from './entities.ts';
