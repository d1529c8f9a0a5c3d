/** catalog: every connector, searchable, and a page for each made of its manifest alone. */
import { lazyPart } from '#lib';

export const CataloguePage = lazyPart(
  async () => (await import('./catalogue-page.tsx')).CataloguePage,
);
export const ImportPage = lazyPart(async () => (await import('./import-page.tsx')).ImportPage);
export const ConnectorPage = lazyPart(
  async () => (await import('./connector-page.tsx')).ConnectorPage,
);
