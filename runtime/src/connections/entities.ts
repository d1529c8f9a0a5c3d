import { ConnectionEntity, CredentialEntity, DataKeyEntity } from './connection.entity.ts';

export const connectionEntities = [ConnectionEntity, CredentialEntity, DataKeyEntity];
