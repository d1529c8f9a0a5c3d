/**
 * runs: one execution as numbered facts. `foldRun` makes the same view of them for the engine
 * that resumes, the page that shows and the test that asserts.
 */
export * from './event.ts';
export * from './view.ts';
export * from './fold-run.ts';
export * from './run.ts';
export * from './script.ts';
export * from './stale.ts';
export * from './delay.ts';
export * from './workbench.ts';
export * from './endpoints.ts';
export * from './shapes.ts';
export * from './trigger-state.ts';
