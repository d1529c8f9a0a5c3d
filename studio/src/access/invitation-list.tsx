import { revokeInvitation, ROLE_WORDS, type Invitation } from '@patchbay/shared/access';
import { MailQuestionMark } from 'lucide-react';

import { problemIn, useCommand } from '#lib';
import { Button, ProblemNote, TimeAgo } from '#ui';

interface InvitationListProps {
  items: Invitation[];
  may: boolean;
}

/** Who was asked to come and has not come yet. */
export function InvitationList({ items, may }: InvitationListProps) {
  return (
    <>
      <h3 className="mt-3 border-t border-line pt-3 font-medium text-ink-2">Invited</h3>
      <ul aria-label="Invitations" className="divide-y divide-line">
        {items.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} may={may} />
        ))}
      </ul>
    </>
  );
}

function InvitationRow({ invitation, may }: { invitation: Invitation; may: boolean }) {
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
            Invited <TimeAgo at={createdAt} /> by {createdBy},{' '}
            {expiresAt > Date.now() ? 'ends' : 'ended'} <TimeAgo at={expiresAt} />
          </span>
        </span>
        <span title={ROLE_WORDS[role].says}>{ROLE_WORDS[role].name}</span>
        {may && (
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
