import { getMe } from '@patchbay/shared/access';
import type { Permission, ResultOf } from '@patchbay/shared/base';

import { useEndpoint } from '#lib';

export type Me = ResultOf<typeof getMe>;

/** The signed-in person; undefined until the server said so. */
export function useMe(): Me | undefined {
  return useEndpoint(getMe, {}, { staleTime: 60_000 }).data;
}

/** True when the person may do this. */
export function useMay(permission: Permission): boolean {
  return useMe()?.permissions.includes(permission) ?? false;
}
