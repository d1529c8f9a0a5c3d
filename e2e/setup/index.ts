/**
 * The test set-up: private servers for tests that need a real peer. Whoever starts a server stops
 * it; a test that flushes, kills or fills one starts its own.
 */
export { createCertificate } from './certificate.ts';
export { chromiumPath } from './chromium.ts';
export { createDatabase } from './database.ts';
export { findFreePort } from './free-port.ts';
export type { Place, PrivateServer } from './private-server.ts';
export { startServer } from './servers.ts';
export { startTlsFront, type TlsFront } from './tls-front.ts';
