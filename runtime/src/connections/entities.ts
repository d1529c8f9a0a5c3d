import {
  ConnectionEntity,
  CredentialEntity,
  DataKeyEntity,
  OAuthAppEntity,
  OAuthAttemptEntity,
} from './connection.entity.ts';

export const connectionEntities = [
  ConnectionEntity,
  CredentialEntity,
  DataKeyEntity,
  OAuthAttemptEntity,
  OAuthAppEntity,
];
