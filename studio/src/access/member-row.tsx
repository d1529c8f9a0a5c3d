import {
  changeMember,
  covers,
  makePasswordLink,
  ROLE_WORDS,
  type Member,
  type Role,
} from '@patchbay/shared/access';
import { Ellipsis, KeyRound, UserMinus } from 'lucide-react';
import { useState } from 'react';

import { problemIn, useCommand } from '#lib';
import { Badge, IconButton, Menu, MonogramTile, ProblemNote, Select, TimeAgo } from '#ui';

import { ChangeRole } from './change-role.tsx';
import { useMay, type Me } from './me.ts';
import { PasswordLink } from './password-link.tsx';
import { RemoveMember } from './remove-member.tsx';
import { roleChoices } from './role-choices.ts';
import { wantsAsking } from './role-questions.ts';

interface MemberRowProps {
  member: Member;
  me: Me;
  /** The role of who looks at it, when they may change members at all. */
  own: Role | undefined;
  /** Patchbay needs one, so this role is not to be changed. */
  isLastOwner: boolean;
}

/** A person with their role, to be changed and removed by whose own role covers it. */
export function MemberRow({ member, me, own, isLastOwner }: MemberRowProps) {
  const { id, name, email, role, since } = member;
  const [asking, setAsking] = useState<Role | 'remove' | 'password'>();
  const change = useCommand(changeMember, ['access.listMembers', 'access.getMe']);
  const problem = asking === undefined ? problemIn(change) : undefined;
  const isMe = id === me.id;
  const choose = (next: Role): void => {
    if (next === role) return;
    if (wantsAsking({ isMe, from: role, to: next })) setAsking(next);
    else change.mutate({ params: { id }, body: { role: next } });
  };
  const close = (): void => setAsking(undefined);
  return (
    <li className="py-2">
      <div className="flex items-center gap-3">
        <MonogramTile id={id} name={name} className="rounded-full!" />
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-2">
            <span className="truncate font-medium" title={name}>
              {name}
            </span>
            {isMe && <Badge>You</Badge>}
          </span>
          <span className="flex gap-1 text-sm text-ink-3">
            <span className="truncate" title={email}>
              {email}
            </span>
            <span className="shrink-0">
              · joined <TimeAgo at={since} />
            </span>
          </span>
        </span>
        {own && covers(own, role) && !isLastOwner ? (
          <RoleControls
            member={member}
            own={own}
            isMe={isMe}
            busy={change.isPending}
            onChoose={choose}
            onAsk={setAsking}
          />
        ) : (
          <span title={isLastOwner ? 'Patchbay needs an owner.' : ROLE_WORDS[role].says}>
            {ROLE_WORDS[role].name}
          </span>
        )}
      </div>
      {problem && <ProblemNote problem={problem} className="mt-2" />}
      {asking === 'remove' && <RemoveMember member={member} me={me} onClose={close} />}
      {asking === 'password' && <PasswordLink member={member} onClose={close} />}
      {asking !== undefined && asking !== 'remove' && asking !== 'password' && (
        <ChangeRole member={member} to={asking} me={me} onClose={close} />
      )}
    </li>
  );
}

interface RoleControlsProps {
  member: Member;
  own: Role;
  isMe: boolean;
  busy: boolean;
  onChoose: (role: Role) => void;
  onAsk: (what: 'remove' | 'password') => void;
}

function RoleControls({ member, own, isMe, busy, onChoose, onAsk }: RoleControlsProps) {
  const { name, role } = member;
  const mayLink = useMay(makePasswordLink.permission);
  return (
    <>
      <span className="w-28 shrink-0">
        <Select
          size="sm"
          aria-label={`Role of ${name}`}
          choices={roleChoices(own)}
          value={role}
          disabled={busy}
          onChange={onChoose}
        />
      </span>
      <Menu
        trigger={
          <IconButton label={`More for ${name}`} size="sm">
            <Ellipsis />
          </IconButton>
        }
        items={[
          mayLink &&
            !isMe && {
              label: 'Link for a new password…',
              icon: <KeyRound />,
              onSelect: () => onAsk('password'),
            },
          {
            label: isMe ? 'Leave…' : 'Remove…',
            icon: <UserMinus />,
            danger: true,
            onSelect: () => onAsk('remove'),
          },
        ]}
      />
    </>
  );
}
