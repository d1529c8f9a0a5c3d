import { inviteMember, type Invitation, type Role } from '@patchbay/shared/access';
import { useState, type FormEvent } from 'react';

import { problemIn, useCommand } from '#lib';
import { Button, Field, Input, Select } from '#ui';

import { roleChoices } from './role-choices.ts';
import { ShownOnce } from './shown-once.tsx';

interface InviteFormProps {
  /** Of who invites: nobody gives more than they have. */
  own: Role;
  pending: Invitation[];
}

/** Invites a person; the link is shown here, this once. */
export function InviteForm({ own, pending }: InviteFormProps) {
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [tried, setTried] = useState(false);
  const invite = useCommand(inviteMember, ['access.listMembers']);
  const refused = problemIn(invite);
  const missing = problemOfEmail(email);
  const error = tried ? missing : refused && `${refused.message} ${refused.hint}`;
  const made = pending.some(({ id }) => id === invite.data?.id) ? invite.data : undefined;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(missing !== undefined);
    if (missing !== undefined || invite.isPending) return;
    invite.mutate({ body: { email: email.trim(), role } }, { onSuccess: () => setEmail('') });
  };
  return (
    <section aria-label="Invite a person" className="mt-3 border-t border-line pt-3">
      <form noValidate className="flex items-start gap-2" onSubmit={send}>
        <Field label="E-mail of whom to invite" className="flex-1" error={error}>
          {(control) => (
            <Input
              {...control}
              type="email"
              placeholder="grace@example.com"
              value={email}
              onChange={(event) => {
                setEmail(event.target.value);
                setTried(false);
              }}
            />
          )}
        </Field>
        <Field label="Role" className="w-36">
          {(control) => (
            <Select {...control} choices={roleChoices(own)} value={role} onChange={setRole} />
          )}
        </Field>
        <Button type="submit" className="mt-6" busy={invite.isPending}>
          Invite
        </Button>
      </form>
      {made && <InviteLink email={made.email} secret={made.secret} />}
    </section>
  );
}

function InviteLink({ email, secret }: { email: string; secret: string }) {
  return (
    <ShownOnce label="Link of the invitation" text={`${location.origin}/join#${secret}`}>
      <p>
        Patchbay sends no mail: give this link to <strong className="text-ink">{email}</strong>{' '}
        yourself. Whoever has it can take the invitation, once. It is shown now and never again.
      </p>
    </ShownOnce>
  );
}

/** What keeps it from being an address: the rule is that of the endpoint. */
function problemOfEmail(email: string): string | undefined {
  return inviteMember.body?.safeParse({ email: email.trim(), role: 'viewer' }).error?.issues[0]
    ?.message;
}
