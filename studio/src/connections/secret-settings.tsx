import { getKeys, putOAuthApp } from '@patchbay/shared/connections';

import { useMay } from '#access';

import { KeysPanel } from './keys-panel.tsx';
import { OAuthAppsPanel } from './oauth-apps-panel.tsx';

/** The part of Settings that is about secrets, for whoever runs the installation. */
export function SecretSettings() {
  const mayStore = useMay(putOAuthApp.permission);
  const mayRead = useMay(getKeys.permission);
  return (
    <>
      {mayStore && <OAuthAppsPanel />}
      {mayRead && <KeysPanel />}
    </>
  );
}
