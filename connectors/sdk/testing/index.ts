/**
 * For the tests of connectors: real peers on loopback, and a context to call an action with.
 */
export { type Bench, openBench } from './bench.ts';
export type { Contract, Operation, Reply } from './contract.ts';
export { describeVendor } from './describe-vendor.ts';
export { echo, type Echo, type Loopback, startLoopback } from './loopback.ts';
export { openTestContext } from './open-test-context.ts';
export { startPagedPeer } from './paged-peer.ts';
export { type ServedTools, serveTools, toolProgram } from './tool-server.ts';
