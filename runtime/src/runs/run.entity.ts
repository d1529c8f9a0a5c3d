import { defineEntity, p } from '@mikro-orm/core';

/**
 * A run. `wakeAt` is when somebody should look at it: now when queued, the end of the lease while
 * a worker has it, the due time when it waits, null when it has ended. `fence` grows with every
 * owner, so a worker that was thought dead can't write any more.
 */
export const RunEntity = defineEntity({
  name: 'Run',
  tableName: 'run',
  indexes: [
    { name: 'run_wake_idx', properties: ['wakeAt'] },
    { name: 'run_flow_idx', properties: ['flowId', 'id'] },
    { name: 'run_parent_idx', properties: ['parentRun'] },
    { name: 'run_retry_idx', properties: ['retryOf'] },
    { name: 'run_stalled_idx', properties: ['wakeAt'], where: 'stalls > 0' },
    {
      name: 'run_ended_idx',
      properties: ['endedAt', 'flowId', 'status', 'startedAt'],
      where: 'ended_at is not null',
    },
    {
      name: 'run_failed_idx',
      properties: ['status', 'id'],
      where: "status in ('failed', 'cancelled', 'quarantined')",
    },
  ],
  properties: {
    id: p.string().primary(),
    flowId: p.string(),
    versionId: p.string(),
    versionNumber: p.integer().nullable(),
    status: p.string(),
    triggerKind: p.string(),
    triggerNode: p.string(),
    /** JSON text of a Payload. */
    input: p.text(),
    seq: p.integer().default(0),
    fence: p.integer().default(0),
    owner: p.string().nullable(),
    wakeAt: p.double().$type<number>().nullable(),
    /** Workers that died on it since it last got on. */
    stalls: p.integer().default(0),
    createdAt: p.double().$type<number>(),
    startedAt: p.double().$type<number>().nullable(),
    endedAt: p.double().$type<number>().nullable(),
    /** JSON text of a Problem. */
    problem: p.text().nullable(),
    /** `<trigger>:<delivery id>`: the same delivery makes one run. */
    deliveryKey: p.string().nullable().unique(),
    /** The run whose id is in the idempotency keys: the first of a chain of retries. */
    origin: p.string(),
    retryOf: p.string().nullable(),
    parentRun: p.string().nullable(),
    parentStep: p.string().nullable(),
    /** How many flows called each other above it. */
    depth: p.integer().default(0),
    /** JSON text of a RunScript: how a test run departs from a real one. */
    script: p.text().nullable(),
  },
});

/** Events of a run, one row per commit: a JSON list whose first event has the number `seq`. */
export const JournalEntity = defineEntity({
  name: 'Journal',
  tableName: 'journal',
  properties: {
    runId: p.string().primary(),
    seq: p.integer().primary(),
    events: p.text(),
  },
});

/** A value too large for the journal row, as JSON text. */
export const BlobEntity = defineEntity({
  name: 'Blob',
  tableName: 'blob',
  indexes: [{ name: 'blob_run_idx', properties: ['runId'] }],
  properties: { id: p.string().primary(), runId: p.string(), data: p.text() },
});

/** A trigger that is live. `nextAt` drives schedules and looks. */
export const TriggerEntity = defineEntity({
  name: 'Trigger',
  tableName: 'armed_trigger',
  indexes: [
    { name: 'trigger_next_idx', properties: ['nextAt'] },
    { name: 'trigger_registration_idx', properties: ['registration'] },
  ],
  properties: {
    flowId: p.string().primary(),
    node: p.string().primary(),
    kind: p.string(),
    versionId: p.string(),
    versionNumber: p.integer(),
    nextAt: p.double().$type<number>().nullable(),
    /** Until then a worker looks. */
    claimedUntil: p.double().$type<number>().nullable(),
    /** Where the other system sends its events. */
    registration: p.string().nullable(),
  },
});

/** What a live trigger of a connector has seen. `about` says what it looks at, as JSON. */
export const EventSourceEntity = defineEntity({
  name: 'EventSource',
  tableName: 'event_source',
  properties: {
    flowId: p.string().primary(),
    node: p.string().primary(),
    about: p.text(),
    cursor: p.text().nullable(),
    /** Keys of the latest items, as a JSON list. */
    seen: p.text(),
    /** `{ problem, failures }` of the looks that failed since the last good one. */
    problem: p.text().nullable(),
    lookedAt: p.double().$type<number>().nullable(),
    /** 1 once a look has marked where to begin. */
    begun: p.integer().default(0),
  },
});

/** An address for a connector's trigger, and where it stands at the provider: `registration-rows.ts`. */
export const RegistrationEntity = defineEntity({
  name: 'Registration',
  tableName: 'registration',
  properties: {
    id: p.string().primary(),
    about: p.string().unique(),
    connector: p.string(),
    version: p.string(),
    triggerName: p.string(),
    connection: p.string().nullable(),
    input: p.text(),
    url: p.text(),
    state: p.string(),
    attempt: p.string().nullable(),
    subscription: p.text().nullable(),
    problem: p.text().nullable(),
    registeredAt: p.double().$type<number>().nullable(),
    provenAt: p.double().$type<number>().nullable(),
    lastAt: p.double().$type<number>().nullable(),
    nextAt: p.double().$type<number>().nullable(),
    busyUntil: p.double().$type<number>(),
  },
});

/** Requests caught while somebody listened. */
export const CaptureEntity = defineEntity({
  name: 'Capture',
  tableName: 'capture',
  indexes: [{ name: 'capture_trigger_idx', properties: ['flowId', 'node', 'at'] }],
  properties: {
    id: p.string().primary(),
    flowId: p.string(),
    node: p.string(),
    at: p.double().$type<number>(),
    payload: p.text(),
  },
});

/** What belongs to a draft and is never published, as JSON texts. */
export const WorkbenchEntity = defineEntity({
  name: 'Workbench',
  tableName: 'workbench',
  properties: { flowId: p.string().primary(), pins: p.text(), breakpoints: p.text() },
});

/** Until when requests to a webhook are caught. */
export const ListenerEntity = defineEntity({
  name: 'Listener',
  tableName: 'listener',
  properties: {
    flowId: p.string().primary(),
    node: p.string().primary(),
    until: p.double().$type<number>(),
  },
});
