import { toProblem } from '@patchbay/shared/base';
import { useEffect } from 'react';

import { queryClient, refresh } from '#lib';

const ME = 'access.getMe';

/**
 * Asks anew who one is here when something is refused or not there: a role that was changed or taken
 * meanwhile is then no longer what the page goes by.
 */
export function useDoubts(): void {
  useEffect(() => {
    const doubt = (error: unknown): void => {
      const { code } = toProblem(error);
      if (code === 'forbidden' || code === 'not_found') void refresh(queryClient, [ME]);
    };
    const queries = queryClient.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'error') return;
      if (event.query.queryKey[0] !== ME) doubt(event.action.error);
    });
    const commands = queryClient.getMutationCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error') doubt(event.action.error);
    });
    return () => {
      queries();
      commands();
    };
  }, []);
}
