import { makePasswordLink, type Member } from '@patchbay/shared/access';

import { problemIn, useCommand } from '#lib';
import { Button, CopyLine, Dialog, ProblemNote, TimeAgo } from '#ui';

interface PasswordLinkProps {
  member: Member;
  onClose: () => void;
}

/** A link with which somebody who forgot the password chooses another; shown here, this once. */
export function PasswordLink({ member: { id, name }, onClose }: PasswordLinkProps) {
  const make = useCommand(makePasswordLink);
  const problem = problemIn(make);
  const link = make.data;
  return (
    <Dialog
      open
      size="sm"
      onClose={onClose}
      dismissable={link === undefined}
      title="Link for a new password"
      actions={
        <>
          <Button onClick={onClose}>{link ? 'Done' : 'Cancel'}</Button>
          {!link && (
            <Button
              variant="primary"
              busy={make.isPending}
              onClick={() => make.mutate({ params: { id } })}
            >
              Make the link
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-3 break-words text-ink-2">
        {problem && <ProblemNote problem={problem} />}
        {link ? (
          <div role="status" className="grid gap-3">
            <p>
              Give this to {name} yourself: Patchbay sends no mail. It works once and ends{' '}
              <TimeAgo at={link.expiresAt} />. It is shown now and never again.
            </p>
            <CopyLine label="Link" text={`${location.origin}/new-password#${link.secret}`} />
          </div>
        ) : (
          <>
            <p>
              <strong className="font-medium text-ink">{name}</strong> can choose a new password
              with it. The old one works until then.
            </p>
            <p>
              Whoever has the link can become {name} in every project, so hand it over with care.
            </p>
          </>
        )}
      </div>
    </Dialog>
  );
}
