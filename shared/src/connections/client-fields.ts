import type { AuthScheme, JsonSchema } from '#catalog';

const secret = (title: string, more: Partial<JsonSchema> = {}): JsonSchema => ({
  type: 'string',
  title,
  'x-secret': true,
  ...more,
});

const PEM: Partial<JsonSchema> = {
  'x-multiline': true,
  description: 'Begins with -----BEGIN PRIVATE KEY-----.',
};

/**
 * What an OAuth client proves itself with, as a form: stored once for a connector, or with a single
 * connection. Undefined for schemes without a client.
 */
export function clientFields(scheme: AuthScheme): JsonSchema | undefined {
  if (scheme.type !== 'oauth2') return undefined;
  if (scheme.grant === 'jwt_bearer') return serviceAccount;
  const properties: Record<string, JsonSchema> = {
    clientId: { type: 'string', title: 'Client id' },
  };
  const required = ['clientId'];
  if (scheme.clientAuth === 'private_key_jwt') {
    properties.privateKey = secret('Private key', PEM);
    properties.keyId = { type: 'string', title: 'Key id', 'x-advanced': true };
    required.push('privateKey');
  } else if (scheme.clientAuth !== 'none') {
    properties.clientSecret = secret('Client secret');
    required.push('clientSecret');
  }
  return { type: 'object', properties, required, additionalProperties: false };
}

const serviceAccount: JsonSchema = {
  type: 'object',
  properties: {
    clientId: { type: 'string', title: 'Service account', description: 'Its e-mail or client id.' },
    privateKey: secret('Private key', PEM),
    keyId: { type: 'string', title: 'Key id', 'x-advanced': true },
    subject: { type: 'string', title: 'Act as', description: 'The person it works for, if any.' },
  },
  required: ['clientId', 'privateKey'],
  additionalProperties: false,
};

/** Fields that hold what a provider gave us; a person never fills them in. */
export const TOKEN_FIELDS = ['accessToken', 'refreshToken', 'tokenEndsAt'] as const;

/** Names of a scheme's fields whose values are secret. */
export function secretNames(scheme: AuthScheme): string[] {
  const forms = [scheme.fields, clientFields(scheme)];
  const named = forms.flatMap((form) =>
    Object.entries(form?.properties ?? {})
      .filter(([, about]) => about['x-secret'] === true)
      .map(([name]) => name),
  );
  return [...new Set([...named, 'accessToken', 'refreshToken'])];
}
