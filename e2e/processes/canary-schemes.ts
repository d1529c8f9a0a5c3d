const text = (title: string, isSecret = false): object => ({
  type: 'string',
  title,
  ...(isSecret && { 'x-secret': true }),
});

/** Ways to sign in for the HTTP connector, one of which gets its token at `baseUrl`. */
export function canarySchemes(baseUrl: string): object[] {
  const pair = { username: text('User'), password: text('Password', true) };
  const key = { name: text('Name'), key: text('Key', true) };
  return [
    { id: 'basic', title: 'Basic', type: 'basic', fields: { type: 'object', properties: pair } },
    {
      id: 'key-query',
      title: 'Key',
      type: 'apiKey',
      place: 'query',
      fields: { type: 'object', properties: key },
    },
    {
      id: 'machine',
      title: 'OAuth 2',
      type: 'oauth2',
      grant: 'client_credentials',
      clientAuth: 'post',
      tokenUrl: `${baseUrl}/token`,
    },
  ];
}
