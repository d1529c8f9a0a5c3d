import { removeMember, type Member } from '@patchbay/shared/access';

import { leaveTo, problemIn, useCommand } from '#lib';
import { ConfirmDialog, toast } from '#ui';

import type { Me } from './me.ts';

interface RemoveMemberProps {
  member: Member;
  me: Me;
  onClose: () => void;
}

/** Asks before a person is taken out of the project; oneself is then led out of it. */
export function RemoveMember({ member: { id, name, role }, me, onClose }: RemoveMemberProps) {
  const isMe = id === me.id;
  const remove = useCommand(removeMember, isMe ? [] : ['access.listMembers']);
  const confirm = async (): Promise<void> => {
    if (!(await remove.mutateAsync({ params: { id } }).catch(() => undefined))) return;
    if (isMe) return leaveTo('/');
    onClose();
    toast(`${name.slice(0, 80)} is no longer in the project`);
  };
  const where = role === 'owner' ? 'every project' : `“${me.project.name}”`;
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={isMe ? 'Leave the project?' : `Remove ${name.slice(0, 60)}?`}
      verb={isMe ? 'Leave' : 'Remove'}
      keep="Cancel"
      busy={remove.isPending}
      problem={problemIn(remove)}
      onConfirm={() => void confirm()}
    >
      <p>
        {isMe ? 'You are' : <strong className="font-medium text-ink">{name}</strong>}
        {isMe ? '' : ' is'} then out of {where} and can open nothing in{' '}
        {role === 'owner' ? 'them' : 'it'} any more.
      </p>
      <p>
        Flows, runs and the connections of the project stay as they are. Connections that are{' '}
        {isMe ? 'yours' : 'theirs'} alone stay as well, and nobody else sees or can choose them.
      </p>
      {isMe && <p>Only an admin or an owner can let you in again.</p>}
    </ConfirmDialog>
  );
}
