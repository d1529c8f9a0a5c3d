import { z } from 'zod';

import { defineEndpoint, jsonSchema, okSchema, problemSchema } from '#base';
import { scheduleConfigSchema } from '#flows';

import { callRecordSchema, callRequestSchema } from './call-record.ts';
import { exchangeSchema } from './exchange.ts';
import { subjectSchema, testCaseSchema, testDraftSchema } from './test-case.ts';
import { testBatchSchema, testResultSchema } from './test-result.ts';

/**
 * Performs one node of the draft on a document `{ trigger, steps, … }` the caller gives. Nothing is
 * journaled; an action really calls the other system. `input` is what its expression made. Whoever
 * gives a step any data can have it do anything its connection can, as who draws it can.
 */
export const testNode = defineEndpoint({
  name: 'testing.testNode',
  method: 'POST',
  path: '/api/flows/:id/nodes/:node/test',
  permission: 'flow.edit',
  summary: 'Run one node of the draft alone',
  params: z.object({ id: z.string(), node: z.string() }),
  body: z.strictObject({ document: z.record(z.string(), jsonSchema) }),
  result: z.object({
    ok: z.boolean(),
    input: jsonSchema.optional(),
    output: jsonSchema.optional(),
    port: z.string().optional(),
    problem: problemSchema.optional(),
    /** Time it took, in ms. */
    ms: z.number(),
    /** What the node sent and got. */
    exchanges: z.array(exchangeSchema),
  }),
});

export const previewCall = defineEndpoint({
  name: 'testing.previewCall',
  method: 'POST',
  path: '/api/console/preview',
  permission: 'flow.edit',
  summary: 'The first request an action would send, secrets masked; nothing is sent',
  body: callRequestSchema,
  result: z.object({
    exchange: exchangeSchema.optional(),
    problem: problemSchema.optional(),
  }),
});

/** `dryRun` is refused for an action whose manifest does not offer it. */
export const callAction = defineEndpoint({
  name: 'testing.callAction',
  method: 'POST',
  path: '/api/console/calls',
  permission: 'flow.edit',
  summary: 'Call an action by hand, outside of any run',
  body: callRequestSchema.extend({ dryRun: z.boolean().default(false) }),
  result: callRecordSchema,
});

export const listCalls = defineEndpoint({
  name: 'testing.listCalls',
  method: 'GET',
  path: '/api/console/calls',
  permission: 'flow.edit',
  summary: 'The last calls by hand, newest first',
  query: z.object({
    connection: z.string().optional(),
    connector: z.string().optional(),
    action: z.string().optional(),
  }),
  result: z.object({ items: z.array(callRecordSchema) }),
});

const ofSubject = z.object({ subject: subjectSchema });
const ofCase = z.object({ subject: subjectSchema, id: z.string() });

/**
 * `last` is the newest result, `standing` how each test went last; `schedule` is when the suite runs by
 * itself, `next` in ms since 1970.
 */
export const getSuite = defineEndpoint({
  name: 'testing.getSuite',
  method: 'GET',
  path: '/api/tests/:subject',
  permission: 'flow.read',
  summary: 'The tests of a flow or connection and how they went last',
  params: ofSubject,
  result: z.object({
    name: z.string(),
    cases: z.array(testCaseSchema),
    batches: z.array(testBatchSchema.omit({ results: true })),
    last: testBatchSchema.optional(),
    standing: z.array(testResultSchema),
    schedule: scheduleConfigSchema.optional(),
    next: z.number().optional(),
  }),
});

export const listSuites = defineEndpoint({
  name: 'testing.listSuites',
  method: 'GET',
  path: '/api/tests',
  permission: 'flow.read',
  summary: 'Everything that has tests, with its last result',
  result: z.object({
    items: z.array(
      z.object({
        subject: z.string(),
        name: z.string(),
        cases: z.number().int(),
        scheduled: z.boolean(),
        last: testBatchSchema.omit({ results: true }).optional(),
      }),
    ),
  }),
});

export const createTest = defineEndpoint({
  name: 'testing.createTest',
  method: 'POST',
  path: '/api/tests/:subject/cases',
  permission: 'flow.edit',
  summary: 'Add a test',
  params: ofSubject,
  body: testDraftSchema,
  result: testCaseSchema,
});

export const importTests = defineEndpoint({
  name: 'testing.importTests',
  method: 'POST',
  path: '/api/tests/:subject/import',
  permission: 'flow.edit',
  summary: 'Add the tests of a file, all or none',
  params: ofSubject,
  body: z.strictObject({ tests: z.array(testDraftSchema).min(1).max(1000) }),
  result: z.object({ added: z.number().int() }),
});

export const updateTest = defineEndpoint({
  name: 'testing.updateTest',
  method: 'PUT',
  path: '/api/tests/:subject/cases/:id',
  permission: 'flow.edit',
  summary: 'Change a test',
  params: ofCase,
  body: testDraftSchema,
  result: testCaseSchema,
});

export const deleteTest = defineEndpoint({
  name: 'testing.deleteTest',
  method: 'DELETE',
  path: '/api/tests/:subject/cases/:id',
  permission: 'flow.edit',
  summary: 'Delete a test',
  params: ofCase,
  result: okSchema,
});

/** A suite of a connection really calls the other system, and sets the connection's status. */
export const runTests = defineEndpoint({
  name: 'testing.runTests',
  method: 'POST',
  path: '/api/tests/:subject/run',
  permission: 'run.start',
  summary: 'Run the tests of a flow or connection now',
  params: ofSubject,
  body: z.strictObject({
    /** Only these; absent: all. */
    cases: z.array(z.string()).max(1000).optional(),
    /** A published version with the tests it was published with; absent: the draft. */
    version: z.number().int().optional(),
  }),
  result: testBatchSchema,
});

export const getBatch = defineEndpoint({
  name: 'testing.getBatch',
  method: 'GET',
  path: '/api/tests/:subject/results/:id',
  permission: 'flow.read',
  summary: 'One result of a suite with its differences',
  params: ofCase,
  result: testBatchSchema,
});

export const scheduleTests = defineEndpoint({
  name: 'testing.schedule',
  method: 'PUT',
  path: '/api/tests/:subject/schedule',
  permission: 'flow.edit',
  summary: 'Run a suite by itself at these times; null: not any more',
  params: ofSubject,
  body: z.strictObject({ schedule: scheduleConfigSchema.nullable() }),
  result: z.object({ next: z.number().optional() }),
});

/** Secrets and personal data are masked; what is expected comes from running it so masked. */
export const saveRunAsTest = defineEndpoint({
  name: 'testing.saveRun',
  method: 'POST',
  path: '/api/runs/:id/test',
  permission: 'flow.edit',
  summary: 'Make a test of a run, or of one of its steps',
  params: z.object({ id: z.string() }),
  body: z.strictObject({
    scope: z.enum(['flow', 'node', 'mapping', 'action']).default('flow'),
    /** The step; needed for all scopes but `flow`. */
    step: z.string().max(200).optional(),
    name: z.string().trim().min(1).max(200).optional(),
  }),
  result: z.object({
    subject: z.string(),
    test: testCaseSchema,
    /** How many different values were masked. */
    masked: z.number().int(),
  }),
});
