import { ROLE_WORDS } from '@patchbay/shared/access';
import type { Permission } from '@patchbay/shared/base';
import { Link } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';

import { buttonClass, EmptyState, Page } from '#ui';

import { useMay, useMe } from './me.ts';
import { aRole } from './role-choices.ts';
import { roleFor } from './role-for.ts';

interface PermittedProps {
  permission: Permission;
  /** Of the page. */
  title: string;
  children: ReactNode;
}

/** A page that not every role may open: who came by its address is told so, and nothing is asked for. */
export function Permitted({ permission, title, children }: PermittedProps) {
  return useMay(permission) ? children : <NotYours permission={permission} title={title} />;
}

function NotYours({ permission, title }: Omit<PermittedProps, 'children'>) {
  const me = useMe();
  const needed = roleFor(permission);
  return (
    <Page title={title}>
      <EmptyState
        icon={<Lock />}
        title={`This page is for ${needed === 'owner' ? 'owners' : `the role ${ROLE_WORDS[needed].name}`}`}
        action={
          <Link to="/flows" className={buttonClass('primary')}>
            To the flows
          </Link>
        }
      >
        {me?.role && `You are ${aRole(me.role)} in “${me.project.name}”. `}
        Ask {needed === 'owner' ? 'an owner' : 'an admin'} if you need it.
      </EmptyState>
    </Page>
  );
}
