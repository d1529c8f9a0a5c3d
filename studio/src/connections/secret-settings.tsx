import { KeysPanel } from './keys-panel.tsx';
import { OAuthAppsPanel } from './oauth-apps-panel.tsx';

/** The part of Settings that is about secrets. */
export function SecretSettings() {
  return (
    <>
      <OAuthAppsPanel />
      <KeysPanel />
    </>
  );
}
