import { fail } from '@patchbay/shared/base';
import * as endpoints from '@patchbay/shared/connections';

import type { Api } from '#http';

import type { CredentialParts } from './credential-parts.ts';
import { addKeys, keyState } from './rotate-keys.ts';

/** The keys that seal the secrets, and changing them while flows run. */
export function mountKeys(api: Api, { vault }: CredentialParts): void {
  api.on(endpoints.getKeys, ({ query }) => keyState({ query, vault }));
  api.on(endpoints.rotateKeys, async (ctx, { body }) => {
    if (body.what === 'data') await addKeys({ vault, query: ctx.query });
    else if ((await vault.rootPending(ctx.query)) === undefined) refuseRoot();
    else await vault.rewrap(ctx.query);
    ctx.audit('keys', { what: body.what });
    return keyState({ query: ctx.query, vault });
  });
}

function refuseRoot(): never {
  return fail('conflict', 'There is no root key to change to.', {
    hint: 'Start every process with ROOT_KEY_NEXT set to the new key (64 hex digits), then rotate.',
  });
}
