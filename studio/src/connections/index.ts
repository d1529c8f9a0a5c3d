/**
 * connections: configured instances of connectors. `ConnectionDialog` makes or changes one from
 * wherever it is needed; secrets are written there and never read.
 */
import { lazyPart } from '#lib';

export const ConnectionsPage = lazyPart(
  async () => (await import('./connections-page.tsx')).ConnectionsPage,
);
/** `{ open, onClose, connection?, connector?, onSaved? }`: edits `connection`, or makes a new one. */
export const ConnectionDialog = lazyPart(
  async () => (await import('./connection-dialog.tsx')).ConnectionDialog,
);
