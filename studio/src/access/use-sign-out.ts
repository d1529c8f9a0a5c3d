import { signOut } from '@patchbay/shared/access';

import { queryClient, useCommand } from '#lib';

/** Ends the session and goes to the front door. */
export function useSignOut(): { signOut: () => void; isBusy: boolean } {
  const command = useCommand(signOut);
  return { signOut: () => command.mutate({}, { onSuccess: leave }), isBusy: command.isPending };
}

function leave(): void {
  queryClient.clear();
  location.assign('/');
}
