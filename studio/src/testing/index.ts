/**
 * testing: calls actions by hand, shows tests and how they went, says what to do about a problem,
 * and runs failed runs again once they are mended.
 */
export { TestingPage } from './testing-page.tsx';
export { RemedyNote } from './remedy-note.tsx';
export { Exchanges } from './exchanges.tsx';
export { SaveTest } from './save-test.tsx';
export { ReplayDialog } from './replay-dialog.tsx';
