import type { ConnectorManifest } from '@patchbay/shared/catalog';

/** The settings that decide where a credential is sent: those in the hosts and in the sign-in addresses. */
export function boundFields(manifest: ConnectorManifest): string[] {
  const { network, auth } = manifest;
  const addresses = auth.flatMap((scheme) => {
    if (scheme.type === 'oauth2')
      return [
        scheme.tokenUrl,
        scheme.authorizeUrl,
        scheme.deviceUrl,
        scheme.revokeUrl,
        scheme.registerUrl,
      ];
    return scheme.type === 'tokenExchange' ? [scheme.request.url] : [];
  });
  const text = [...network.allowedHosts, network.baseUrl, ...addresses].join('\n');
  const names = [...text.matchAll(/\{config\.(\w+)\}/g)].map(([, name]) => name ?? '');
  return [...new Set(names)];
}
