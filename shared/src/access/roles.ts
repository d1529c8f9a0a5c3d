import { PERMISSIONS, type Permission } from '#base';

const VIEWER = [
  'flow.read',
  'run.read',
  'catalog.read',
  'connection.read',
  'member.read',
] as const satisfies Permission[];
const OPERATOR = [
  ...VIEWER,
  'run.start',
  'run.control',
  'connection.use',
] as const satisfies Permission[];
const EDITOR = [
  ...OPERATOR,
  'flow.edit',
  'flow.publish',
  'connection.edit',
] as const satisfies Permission[];
const ADMIN = [
  ...EDITOR,
  'member.edit',
  'project.edit',
  'audit.read',
] as const satisfies Permission[];

/** What each role may do, every one what the one before it may and more. */
export const ROLE_PERMISSIONS = {
  viewer: VIEWER,
  operator: OPERATOR,
  editor: EDITOR,
  admin: ADMIN,
  owner: PERMISSIONS,
} satisfies Record<string, readonly Permission[]>;
export type Role = keyof typeof ROLE_PERMISSIONS;

export const ROLES = Object.keys(ROLE_PERMISSIONS) as [Role, ...Role[]];

/** A role in words, for whoever gives it. */
export const ROLE_WORDS: Record<Role, { name: string; says: string }> = {
  viewer: { name: 'Viewer', says: 'Sees flows, runs and connections, and changes nothing.' },
  operator: { name: 'Operator', says: 'Starts, cancels and retries runs, and tests connections.' },
  editor: { name: 'Editor', says: 'Draws and publishes flows, and sets up connections.' },
  admin: {
    name: 'Admin',
    says: 'Invites people, gives roles, makes tokens and reads the audit of this project.',
  },
  owner: { name: 'Owner', says: 'May do everything in every project and in the settings.' },
};

/** True when `role` may do all that `other` may, so that it can give it and take it. */
export function covers(role: Role, other: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(other);
}

/** True for what is done in a project; the rest concerns all of them, or none. */
export function isOfProject(permission: Permission): boolean {
  return (ROLE_PERMISSIONS.admin as readonly Permission[]).includes(permission);
}
