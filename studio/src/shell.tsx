import { MAIN_PROJECT } from '@patchbay/shared/base';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

import { Gate, useMe } from '#access';
import { lazyPart, useShortcuts } from '#lib';

import { PLACES } from './places.ts';
import { Rail } from './rail.tsx';
import { useTypedAhead } from './typed-ahead.ts';

const CommandPalette = lazyPart(
  async () => (await import('./command-palette.tsx')).CommandPalette,
  '',
);

/** Where links lead that are for whoever has them, also without a session. */
const OUTSIDE = new Set(['/join', '/new-password']);

/** The frame around every page: the rail on the left and the command palette over all. */
export function App() {
  const isOutside = useRouterState({ select: ({ location }) => OUTSIDE.has(location.pathname) });
  if (isOutside) return <Outlet />;
  return (
    <Gate>
      <Shell />
    </Gate>
  );
}

function Shell() {
  const [palette, setPalette] = useState<'never' | 'open' | 'closed'>('never');
  const typed = useTypedAhead(palette === 'open', CommandPalette.preload);
  useShortcuts({ 'Mod+K': () => setPalette((now) => (now === 'open' ? 'closed' : 'open')) });
  useTitle();
  return (
    <div className="relative flex h-full overflow-clip">
      <Rail onSearch={() => setPalette('open')} />
      <div className="h-full min-w-0 flex-1">
        <Outlet />
      </div>
      {palette !== 'never' && (
        <CommandPalette
          open={palette === 'open'}
          typed={typed}
          onClose={() => setPalette('closed')}
        />
      )}
    </div>
  );
}

/** Tells the windows of a person apart: the project, unless it is the main one, and the room. */
function useTitle(): void {
  const project = useMe()?.project;
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const room = PLACES.find(({ to }) => path.startsWith(to))?.name;
  const own = project?.id === MAIN_PROJECT ? undefined : project?.name;
  useEffect(() => {
    document.title = [own, room, 'Patchbay'].filter((word) => word !== undefined).join(' · ');
  }, [own, room]);
}
