import {
  covers,
  revokeInvitation,
  ROLE_WORDS,
  type Invitation,
  type Role,
} from '@patchbay/shared/access';
import { MailQuestionMark } from 'lucide-react';

import { problemIn, useCommand } from '#lib';
import { Button, ProblemNote, TimeAgo } from '#ui';

interface InvitationListProps {
  items: Invitation[];
  /** The role of who looks at it, when they may change members at all. */
  own: Role | undefined;
}

/** Who was asked to come and has not come yet. */
export function InvitationList({ items, own }: InvitationListProps) {
  return (
    <>
      <h3 className="mt-3 border-t border-line pt-3 font-medium text-ink-2">Invited</h3>
      <ul aria-label="Invitations" className="divide-y divide-line">
        {items.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} own={own} />
        ))}
      </ul>
    </>
  );
}

interface InvitationRowProps extends Pick<InvitationListProps, 'own'> {
  invitation: Invitation;
}

function InvitationRow({ invitation, own }: InvitationRowProps) {
  const { id, email, role, createdAt, createdBy, expiresAt } = invitation;
  const revoke = useCommand(revokeInvitation, ['access.listMembers']);
  const problem = problemIn(revoke);
  return (
    <li className="py-2">
      <div className="flex items-center gap-3">
        <span className="flex size-7 shrink-0 items-center justify-center rounded-full border border-dashed border-control text-ink-3">
          <MailQuestionMark aria-hidden className="size-4" />
        </span>
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium" title={email}>
            {email}
          </span>
          <span className="block text-sm break-words text-ink-3">
            Invited <TimeAgo at={createdAt} /> by {createdBy}, ends <TimeAgo at={expiresAt} />
          </span>
        </span>
        <span title={ROLE_WORDS[role].says}>{ROLE_WORDS[role].name}</span>
        {own && covers(own, role) && (
          <Button
            size="sm"
            aria-label={`Take back the invitation of ${email}`}
            busy={revoke.isPending}
            onClick={() => revoke.mutate({ params: { id } })}
          >
            Take back
          </Button>
        )}
      </div>
      {problem && <ProblemNote problem={problem} className="mt-2" />}
    </li>
  );
}
