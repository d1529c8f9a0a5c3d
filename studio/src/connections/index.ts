/**
 * connections: configured instances of connectors. `ConnectionDialog` makes or changes one from
 * wherever it is needed; secrets are written there and never read.
 */
import { lazyPart } from '#lib';

export * from './use-may-change.ts';
export const ConnectionsPage = lazyPart(
  async () => (await import('./connections-page.tsx')).ConnectionsPage,
);
/** What Settings shows of applications and keys. */
export const SecretSettings = lazyPart(
  async () => (await import('./secret-settings.tsx')).SecretSettings,
);
/** Where providers send people back to. */
export const OAuthReturnPage = lazyPart(
  async () => (await import('./oauth-return-page.tsx')).OAuthReturnPage,
);
/** `{ open, onClose, connection?, connector?, onSaved? }`: edits `connection`, or makes a new one. */
export const ConnectionDialog = lazyPart(
  async () => (await import('./connection-dialog.tsx')).ConnectionDialog,
  '',
);
