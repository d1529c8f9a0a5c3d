import { ROLE_PERMISSIONS, ROLES, type Role } from '@patchbay/shared/access';
import type { Permission } from '@patchbay/shared/base';

/** The least role that has a permission. */
export function roleFor(permission: Permission): Role {
  const has = (role: Role): boolean =>
    (ROLE_PERMISSIONS[role] as readonly Permission[]).includes(permission);
  return ROLES.find(has) ?? 'owner';
}
