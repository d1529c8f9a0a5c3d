/**
 * testing: trying things out before anything depends on them. What a call by hand looked like, what
 * a test says and how it went, what to do about a problem.
 */
export * from './exchange.ts';
export * from './call-record.ts';
export * from './curl.ts';
export * from './test-case.ts';
export * from './test-result.ts';
export * from './flow-file.ts';
export * from './differences.ts';
export * from './mask.ts';
export * from './remedy.ts';
export * from './endpoints.ts';
export * from './replay.ts';
