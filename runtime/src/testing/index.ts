/**
 * testing: tries things out before anything depends on them. Calls an action or one node, keeps
 * tests and how they went, runs a flow in memory with stand-ins for what it calls.
 */
export { testingRoom } from './room.ts';
export type { TestingParts } from './testing-parts.ts';
export { runTestsCommand } from './run-tests-command.ts';
export { startSuiteSchedules } from './suite-schedules.ts';
export { lastFlowBatches } from './batches.ts';
export { keepSuite } from './suite-versions.ts';
export { testingEntities } from './testing.entity.ts';
