import { covers, ROLE_WORDS, ROLES, type Role } from '@patchbay/shared/access';

interface RoleChoice {
  value: Role;
  label: string;
  hint: string;
}

/** The roles that somebody with `own` may give, each with what it may do. */
export function roleChoices(own: Role): RoleChoice[] {
  return ROLES.filter((role) => covers(own, role)).map((role) => ({
    value: role,
    label: ROLE_WORDS[role].name,
    hint: ROLE_WORDS[role].says,
  }));
}

/** What a role may do, as a sentence of its own: `A Viewer sees flows, …`. */
export function whatItDoes(role: Role): string {
  const [first = '', ...rest] = ROLE_WORDS[role].says;
  const who = aRole(role);
  return `${who.charAt(0).toUpperCase()}${who.slice(1)} ${first.toLowerCase()}${rest.join('')}`;
}

/** A role with its article: `an Editor`. */
export function aRole(role: Role): string {
  const { name } = ROLE_WORDS[role];
  return `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name}`;
}
