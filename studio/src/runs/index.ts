/**
 * runs: what was executed. `Waterfall` and `StepDetail` show a run's steps wherever a run is
 * looked at: on its page and in the editor's drawer.
 */
import { lazyPart } from '#lib';

export const StepDetail = lazyPart(async () => (await import('./step-detail.tsx')).StepDetail, '');
export const Waterfall = lazyPart(async () => (await import('./waterfall.tsx')).Waterfall, '');
export const RunsPage = lazyPart(async () => (await import('./runs-page.tsx')).RunsPage);
export const RunPage = lazyPart(async () => (await import('./run-page.tsx')).RunPage);
export { FAILED_EITHER_WAY } from './runs-search.ts';
