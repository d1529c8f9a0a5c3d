/** access: who is here and what they may do. Passwords and sessions are better-auth's. */
export { accessRoom, type AccessParts } from './room.ts';
export { openAuth, type Auth } from './open-auth.ts';
export { AccessTokenEntity } from './access-token.entity.ts';
export { ProjectEntity } from './project.entity.ts';
export { projectOf } from './project-of.ts';
export { holdProject } from './projects.ts';
export { identify } from './identify.ts';
