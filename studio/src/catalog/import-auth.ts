import type { Json, JsonObject } from '@patchbay/shared/base';
import type { ImportPreview } from '@patchbay/shared/catalog';

/** A sign-in to choose; without `auth` it is what the document says. */
export interface AuthChoice {
  value: string;
  label: string;
  auth?: Json[];
}

const secret = (title: string): JsonObject => ({
  type: 'string',
  minLength: 1,
  title,
  'x-secret': true,
});

function fieldsOf(properties: Record<string, JsonObject>): JsonObject {
  return { type: 'object', required: Object.keys(properties), properties };
}

/** The document's own sign-in, and the usual ones for documents that name none. */
export function authChoices({ manifest }: ImportPreview): AuthChoice[] {
  const own = manifest.auth.map(({ title }) => title).join(', ');
  return [
    { value: 'document', label: `As it says itself: ${own}` },
    {
      value: 'bearer',
      label: 'Bearer token',
      auth: [
        {
          id: 'bearer',
          title: 'Bearer token',
          type: 'bearer',
          fields: fieldsOf({ token: secret('Token') }),
        },
      ],
    },
    {
      value: 'basic',
      label: 'User name and password',
      auth: [
        {
          id: 'basic',
          title: 'User name and password',
          type: 'basic',
          fields: fieldsOf({
            username: { type: 'string', title: 'User name' },
            password: secret('Password'),
          }),
        },
      ],
    },
    {
      value: 'key',
      label: 'API key in a header',
      auth: [
        {
          id: 'key-header',
          title: 'API key (header)',
          type: 'apiKey',
          place: 'header',
          fields: fieldsOf({
            name: { type: 'string', title: 'Name of the header' },
            key: secret('Key'),
          }),
        },
      ],
    },
    {
      value: 'none',
      label: 'None',
      auth: [{ id: 'none', title: 'No authentication', type: 'none' }],
    },
  ];
}
