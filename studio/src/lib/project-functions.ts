import {
  byName,
  listFunctions,
  type KeptFunction,
  type PinnedFunctions,
} from '@patchbay/shared/mapping';

import { queryClient, useEndpoint } from './query.ts';

const NONE: readonly KeptFunction[] = [];
const STALE_MS = 30_000;

/** The functions of the project, as far as they are known: the same list while they are the same. */
export function useProjectFunctions(): readonly KeptFunction[] {
  return useEndpoint(listFunctions, {}, { staleTime: STALE_MS }).data?.items ?? NONE;
}

/** The same for who is no component. */
export function projectFunctions(): readonly KeptFunction[] {
  const found = queryClient.getQueryData<{ items: KeptFunction[] }>([listFunctions.name, {}]);
  return found?.items ?? NONE;
}

/** What expressions can call besides the catalogue; drawn anew when that changes. */
export function useCallableFunctions(): PinnedFunctions {
  return pinnedOf(useProjectFunctions());
}

let pinned: { of: readonly KeptFunction[]; functions: PinnedFunctions } = {
  of: NONE,
  functions: {},
};

/** The same for who is no component: one object while they are the same. */
export function callableFunctions(): PinnedFunctions {
  return pinnedOf(projectFunctions());
}

function pinnedOf(of: readonly KeptFunction[]): PinnedFunctions {
  if (pinned.of !== of) pinned = { of, functions: byName(of) };
  return pinned.functions;
}
