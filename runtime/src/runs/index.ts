/**
 * runs: takes what starts a flow, keeps its facts, and works on it. The database is the truth: a
 * run is safe once its row is committed, whoever dies after that.
 */
export { runEntities } from './entities.ts';
export { runsRoom } from './room.ts';
export { RunStore } from './run-store.ts';
export { RunHost } from './run-host.ts';
export { armTriggers } from './triggers.ts';
export { StepPerformer } from './perform-step.ts';
export { webhookRoutes } from './webhook.ts';
export { startSchedules } from './schedules.ts';
export { startRetention } from './retention.ts';
