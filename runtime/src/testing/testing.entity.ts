import { defineEntity, p } from '@mikro-orm/core';

/** What the console sent and got, redacted. `body` is JSON text of a CallRecord. */
export const ConsoleCallEntity = defineEntity({
  name: 'ConsoleCall',
  tableName: 'console_call',
  indexes: [
    { name: 'console_call_action_idx', properties: ['projectId', 'connector', 'action', 'id'] },
    { name: 'console_call_connection_idx', properties: ['connectionId', 'id'] },
  ],
  properties: {
    id: p.string().primary(),
    projectId: p.string(),
    connectionId: p.string().nullable(),
    connector: p.string(),
    action: p.string(),
    body: p.text(),
  },
});

/** A test. `subject` is what it belongs to: `flow:<id>` or `connection:<id>`. */
export const TestCaseEntity = defineEntity({
  name: 'TestCase',
  tableName: 'test_case',
  indexes: [{ name: 'test_case_subject_idx', properties: ['subject', 'id'] }],
  properties: {
    id: p.string().primary(),
    subject: p.string(),
    /** JSON text of a TestCase. */
    body: p.text(),
  },
});

/** A suite that was run: counts in the row, results in `body`. */
export const TestBatchEntity = defineEntity({
  name: 'TestBatch',
  tableName: 'test_batch',
  indexes: [{ name: 'test_batch_subject_idx', properties: ['subject', 'id'] }],
  properties: {
    id: p.string().primary(),
    subject: p.string(),
    /** 1 when all tests of the suite were run. */
    whole: p.integer().default(1),
    /** JSON text of a TestBatch. */
    body: p.text(),
  },
});

/** When a suite runs by itself. */
export const TestScheduleEntity = defineEntity({
  name: 'TestSchedule',
  tableName: 'test_schedule',
  indexes: [{ name: 'test_schedule_next_idx', properties: ['nextAt'] }],
  properties: {
    subject: p.string().primary(),
    /** JSON text of a schedule. */
    schedule: p.text(),
    nextAt: p.double().$type<number>().nullable(),
  },
});

/** The tests of a flow as they were when a version was published. */
export const TestSuiteVersionEntity = defineEntity({
  name: 'TestSuiteVersion',
  tableName: 'test_suite_version',
  properties: {
    versionId: p.string().primary(),
    flowId: p.string(),
    /** JSON text of a list of TestCases. */
    cases: p.text(),
  },
});

export const testingEntities = [
  ConsoleCallEntity,
  TestCaseEntity,
  TestBatchEntity,
  TestScheduleEntity,
  TestSuiteVersionEntity,
];
