import { listMembers, type Member } from '@patchbay/shared/access';

import { count, problemIn, useEndpoint } from '#lib';
import { Loading, Panel, ProblemNote } from '#ui';

import { InvitationList } from './invitation-list.tsx';
import { InviteForm } from './invite-form.tsx';
import { useMay, useMe, type Me } from './me.ts';
import { MemberRow } from './member-row.tsx';

/** Who is in the project with which role; whoever may, invites more, and changes and removes them. */
export function PeoplePanel() {
  const me = useMe();
  const own = useMay('member.edit') ? me?.role : undefined;
  const people = useEndpoint(listMembers, {});
  const problem = problemIn(people);
  const { items = [], invitations = [] } = people.data ?? {};
  const owners = items.filter(({ role }) => role === 'owner').length;
  return (
    <Panel title="People">
      <p className="mb-2 break-words text-ink-2">{leadFor(me, items)}</p>
      {people.isPending && <Loading what="people" />}
      {problem && <ProblemNote problem={problem} onAgain={people.refetch} />}
      <ul aria-label={count(items.length, 'person', 'people')} className="divide-y divide-line">
        {me &&
          items.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              me={me}
              own={own}
              isLastOwner={member.role === 'owner' && owners === 1}
            />
          ))}
      </ul>
      {invitations.length > 0 && <InvitationList items={invitations} own={own} />}
      {own && <InviteForm own={own} pending={invitations} />}
    </Panel>
  );
}

/** What the list is about; to whom is alone in it, what it is good for. */
function leadFor(me: Me | undefined, items: Member[]): string {
  const project = me ? `“${me.project.name}”` : 'this project';
  if (items.length === 1 && items[0]?.id === me?.id)
    return `Only you are in ${project} so far. Invite others with the role they need: a viewer can look at everything and change nothing.`;
  return `Who works in ${project}. Each has one role here and may have another in other projects; owners are in every project.`;
}
