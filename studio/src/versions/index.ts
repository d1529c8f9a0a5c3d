/** versions: what was published, what is live, and the way back. */
import { lazyPart } from '#lib';

export const VersionsPage = lazyPart(
  async () => (await import('./versions-page.tsx')).VersionsPage,
);
export const FlowVersionsPage = lazyPart(
  async () => (await import('./flow-versions-page.tsx')).FlowVersionsPage,
);
