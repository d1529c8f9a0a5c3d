import type { Problem } from '@patchbay/shared/base';
import { testConnection, type Connection } from '@patchbay/shared/connections';
import { useState } from 'react';

import { problemIn, useCommand } from '#lib';

/** Trying a connection: what is under way, what came of it. */
export function useTest(connection: Connection) {
  const command = useCommand(testConnection, ['connections', 'health']);
  const [found, setFound] = useState<{ ok: boolean; identity?: string; problem?: Problem }>();
  const run = async (): Promise<boolean> => {
    setFound(undefined);
    const result = await command
      .mutateAsync({ params: { id: connection.id } })
      .catch(() => undefined);
    if (!result) return false;
    const { ok, problem } = result;
    setFound({ ok, problem, identity: result.connection.identity });
    return ok;
  };
  return { run, found, isBusy: command.isPending, problem: found?.problem ?? problemIn(command) };
}
