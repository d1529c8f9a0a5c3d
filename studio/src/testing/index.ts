/**
 * testing: calls actions by hand, shows tests and how they went, says what to do about a problem,
 * and runs failed runs again once they are mended.
 */
import { lazyPart } from '#lib';

export const TestingPage = lazyPart(async () => (await import('./testing-page.tsx')).TestingPage);
/** `{ runs, onClose }`: runs failed runs again, and shows how that goes. */
export const ReplayDialog = lazyPart(
  async () => (await import('./replay-dialog.tsx')).ReplayDialog,
  '',
);
/** Asks before something that destroys is done by hand. */
export const AskFirst = lazyPart(async () => (await import('./ask-first.tsx')).AskFirst, '');
export const RemedyNote = lazyPart(async () => (await import('./remedy-note.tsx')).RemedyNote, '');
export const Exchanges = lazyPart(async () => (await import('./exchanges.tsx')).Exchanges, '');
export const SaveTest = lazyPart(async () => (await import('./save-test.tsx')).SaveTest, '');
