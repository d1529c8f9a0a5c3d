import type { Connection } from '@patchbay/shared/connections';

import { useMay } from '#access';

/** True when the person may change this connection: one of all projects is for who runs Patchbay. */
export function useMayChange({ scope }: Pick<Connection, 'scope'>): boolean {
  const mayEdit = useMay('connection.edit');
  const mayForAll = useMay('settings.edit');
  return mayEdit && (scope !== 'global' || mayForAll);
}
