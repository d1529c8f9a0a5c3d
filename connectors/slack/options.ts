import type { ConnectorDefinition } from '#sdk';

/** Choices from the workspace. */
export const options: ConnectorDefinition['options'] = {
  channels: {
    http: {
      method: 'GET',
      path: '/conversations.list',
      query: {
        types: 'public_channel,private_channel',
        exclude_archived: 'true',
        limit: '999',
      },
    },
    items: 'channels',
    value: 'id',
    label: '#{name}',
  },
  users: {
    http: { method: 'GET', path: '/users.list', query: { limit: '999' } },
    items: 'members',
    value: 'id',
    label: '{profile.real_name} ({name})',
  },
};
