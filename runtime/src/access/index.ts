/** access: who is here and what they may do. Passwords and sessions are better-auth's. */
export { accessRoom } from './room.ts';
export { openAuth, type Auth } from './open-auth.ts';
export { accessEntities } from './entities.ts';
export { assertMay, assertMayIn } from './assert-may.ts';
export { standingOf } from './standing.ts';
export { holdProject } from './projects.ts';
export { identify } from './identify.ts';
export { passwordCommand } from './password-command.ts';
