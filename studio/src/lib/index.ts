/**
 * lib: what every room needs and no room owns. Calls to our API as typed values, live events,
 * numbers and times in words, the theme, shortcuts. Knows no room and draws nothing.
 */
export * from './call.ts';
export * from './query.ts';
export * from './session.ts';
export * from './project.ts';
export * from './leave.ts';
export * from './follow-run.ts';
export * from './format.ts';
export * from './theme.ts';
export * from './shortcuts.ts';
export * from './page-commands.ts';
export * from './clipboard.ts';
export * from './lazy-part.tsx';
export * from './use-visible-rows.ts';
export * from './evaluate-locally.ts';
export * from './check-apart.ts';
export * from './project-functions.ts';
export { toProblem, type Problem } from '@patchbay/shared/base';
