import { changeMember, type Member, type Role } from '@patchbay/shared/access';

import { problemIn, useCommand } from '#lib';
import { ConfirmDialog } from '#ui';

import type { Me } from './me.ts';
import { aRole } from './role-choices.ts';
import { changeWords } from './role-questions.ts';

interface ChangeRoleProps {
  member: Member;
  to: Role;
  me: Me;
  onClose: () => void;
}

/** Asks before a role is changed that whoever does it cannot change back, or that reaches far. */
export function ChangeRole({ member, to, me, onClose }: ChangeRoleProps) {
  const { id, name, role } = member;
  const isMe = id === me.id;
  const change = useCommand(changeMember, ['access']);
  const words = changeWords({ isMe, from: role, to }, name, me.project.name);
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={isMe ? 'Change your own role?' : `Make ${name.slice(0, 60)} ${aRole(to)}?`}
      verb={`Make ${isMe ? 'me' : 'them'} ${aRole(to)}`}
      danger={to !== 'owner'}
      keep="Cancel"
      busy={change.isPending}
      problem={problemIn(change)}
      onConfirm={() =>
        change.mutate({ params: { id }, body: { role: to } }, { onSuccess: onClose })
      }
    >
      {words.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </ConfirmDialog>
  );
}
