import { AccessTokenEntity } from './access-token.entity.ts';
import { InvitationEntity, MemberEntity } from './member.entity.ts';
import { ProjectEntity } from './project.entity.ts';

/** The room's tables; people, passwords and sessions are in better-auth's. */
export const accessEntities = [AccessTokenEntity, ProjectEntity, MemberEntity, InvitationEntity];
