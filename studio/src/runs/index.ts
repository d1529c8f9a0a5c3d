/**
 * runs: what was executed. `Waterfall` and `StepDetail` show a run's steps wherever a run is
 * looked at: on its page and in the editor's drawer.
 */
import { lazyPart } from '#lib';

export * from './step-detail.tsx';
export * from './waterfall.tsx';
export * from './use-run.ts';
export const RunsPage = lazyPart(async () => (await import('./runs-page.tsx')).RunsPage);
export const RunPage = lazyPart(async () => (await import('./run-page.tsx')).RunPage);
