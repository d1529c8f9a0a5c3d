import { covers, ROLE_WORDS, type Role } from '@patchbay/shared/access';

import { whatItDoes } from './role-choices.ts';

interface RoleChange {
  isMe: boolean;
  from: Role;
  to: Role;
}

/** What cannot be taken back by whoever does it, or reaches beyond the project, is asked first. */
export function wantsAsking({ isMe, from, to }: RoleChange): boolean {
  return isMe || from === 'owner' || to === 'owner';
}

/** What a change of role means, in words; `project` is the one it is done in. */
export function changeWords(
  { isMe, from, to }: RoleChange,
  name: string,
  project: string,
): string[] {
  const who = isMe ? 'You' : name;
  const word = ROLE_WORDS[to].name;
  if (to === 'owner')
    return [
      `${who} may then do everything in every project and in the settings, and take your role.`,
    ];
  const scope =
    from === 'owner'
      ? `${isMe ? 'You are' : `${name} is`} then ${word} in “${project}” and in no other project.`
      : `${isMe ? 'You are' : `${name} is`} then ${word} in “${project}”.`;
  const back =
    isMe && !covers(to, from) ? ['Only somebody else can give your role back to you.'] : [];
  return [scope, whatItDoes(to), ...back];
}
