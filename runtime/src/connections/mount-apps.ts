import * as endpoints from '@patchbay/shared/connections';

import type { Api } from '#http';

import { OAuthAppEntity } from './connection.entity.ts';
import type { CredentialParts } from './credential-parts.ts';
import { writeSecret } from './credential-store.ts';
import { appSecretId } from './oauth-apps.ts';

const OK = { ok: true } as const;

/** The OAuth applications that an operator registers once for a connector. */
export function mountApps(
  api: Api,
  { vault, catalogue }: CredentialParts,
  redirectUri: () => string,
): void {
  api.on(endpoints.listOAuthApps, async ({ em }) => {
    const items = await em.find(OAuthAppEntity, {}, { orderBy: { connector: 'asc' } });
    return { redirectUri: redirectUri(), items };
  });
  api.on(endpoints.putOAuthApp, async (ctx, { params, body }) => {
    await catalogue.find(ctx.query, params.connector, 'latest');
    const { clientId, ...secrets } = body;
    const at = ctx.clock();
    await ctx.em.upsert(OAuthAppEntity, { ...params, clientId, setAt: at, setBy: ctx.actor.name });
    const values = Object.fromEntries(
      Object.entries(secrets).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    const id = appSecretId(params.connector, params.scheme);
    await writeSecret(vault, ctx.query, { id, values, by: ctx.actor, at });
    ctx.audit(`oauth_app:${params.connector}`, { scheme: params.scheme, clientId });
    return OK;
  });
  api.on(endpoints.deleteOAuthApp, async (ctx, { params }) => {
    await ctx.em.nativeDelete(OAuthAppEntity, params);
    const id = appSecretId(params.connector, params.scheme);
    await ctx.query('delete from credential where id = ?', [id]);
    ctx.audit(`oauth_app:${params.connector}`, { scheme: params.scheme });
    return OK;
  });
}
