import type { OptionSourceManifest } from '@patchbay/shared/catalog';

export const teams: OptionSourceManifest = {
  http: { method: 'GET', path: '/me/joinedTeams' },
  items: 'value',
  label: 'displayName',
};

export const channels: OptionSourceManifest = {
  http: { method: 'GET', path: '/teams/{teamId}/channels' },
  items: 'value',
  label: 'displayName',
};

/** Chats of two persons have no topic: those are better reached by the name of the person. */
export const chats: OptionSourceManifest = {
  http: {
    method: 'GET',
    path: '/me/chats',
    query: { $filter: "chatType eq 'group' or chatType eq 'meeting'", $top: '50' },
  },
  items: 'value',
  label: 'topic',
};
