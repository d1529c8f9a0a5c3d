import { listAudit } from '@patchbay/shared/audit';
import type { Permission } from '@patchbay/shared/base';
import {
  Activity,
  Blocks,
  FlaskConical,
  History,
  ListTree,
  Play,
  Plug,
  Workflow,
  type LucideIcon,
} from 'lucide-react';

import { useMe } from '#access';

interface RailPlace {
  to:
    | '/flows'
    | '/catalogue'
    | '/connections'
    | '/testing'
    | '/runs'
    | '/health'
    | '/versions'
    | '/audit';
  name: string;
  icon: LucideIcon;
  /** Without one every role may go there. */
  permission?: Permission;
}

/** The rooms, in the order of a day's work. */
export const PLACES: RailPlace[] = [
  { to: '/flows', name: 'Flows', icon: Workflow },
  { to: '/catalogue', name: 'Catalogue', icon: Blocks },
  { to: '/connections', name: 'Connections', icon: Plug },
  { to: '/testing', name: 'Testing', icon: FlaskConical },
  { to: '/runs', name: 'Runs', icon: Play },
  { to: '/health', name: 'Health', icon: Activity },
  { to: '/versions', name: 'Versions', icon: History },
  { to: '/audit', name: 'Audit', icon: ListTree, permission: listAudit.permission },
];

/** Those that the person may open. */
export function usePlaces(): RailPlace[] {
  const permissions = useMe()?.permissions ?? [];
  return PLACES.filter(({ permission }) => !permission || permissions.includes(permission));
}
