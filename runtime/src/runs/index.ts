/**
 * runs: takes what starts a flow, keeps its facts, and works on it. The database is the truth: a
 * run is safe once its row is committed, whoever dies after that.
 */
export { runEntities } from './entities.ts';
export { runsRoom } from './room.ts';
export { RunStore } from './run-store.ts';
export { RunHost } from './run-host.ts';
export { armTriggers } from './triggers.ts';
export { StepPerformer, type Trial } from './perform-step.ts';
export { readEvents } from './follow-events.ts';
export { loadEvents, loadPayload } from './payloads.ts';
export type { RunRow } from './run-rows.ts';
export { webhookRoutes } from './webhook.ts';
export { retryRun, versionForRetry } from './retry-run.ts';
export { startSchedules } from './schedules.ts';
export { startEventPolls } from './event-polls.ts';
export { startRegistrations } from './keep-registrations.ts';
export { withRegistered } from './register-triggers.ts';
export { nextTime } from './next-time.ts';
export { startRetention } from './retention.ts';
export { startShapes, watchShapes } from './watch-shapes.ts';
