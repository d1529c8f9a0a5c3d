import { MAIN_PROJECT } from '@patchbay/shared/base';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

import { Gate, useMe } from '#access';
import { lazyPart, useShortcuts } from '#lib';

import { PLACES } from './places.ts';
import { Rail } from './rail.tsx';

const CommandPalette = lazyPart(
  async () => (await import('./command-palette.tsx')).CommandPalette,
  '',
);

/** Who types right after the keys of the palette should find it there: the first of them begins to load it. */
function prepare({ key }: KeyboardEvent): void {
  if (key === 'Control' || key === 'Meta') CommandPalette.preload().catch(() => undefined);
}

/** The frame around every page: the rail on the left and the command palette over all. */
export function App() {
  return (
    <Gate>
      <Shell />
    </Gate>
  );
}

function Shell() {
  const [palette, setPalette] = useState<'never' | 'open' | 'closed'>('never');
  useEffect(() => {
    addEventListener('keydown', prepare);
    return () => removeEventListener('keydown', prepare);
  }, []);
  useShortcuts({ 'Mod+K': () => setPalette((now) => (now === 'open' ? 'closed' : 'open')) });
  useTitle();
  return (
    <div className="relative flex h-full overflow-clip">
      <Rail onSearch={() => setPalette('open')} />
      <div className="h-full min-w-0 flex-1">
        <Outlet />
      </div>
      {palette !== 'never' && (
        <CommandPalette open={palette === 'open'} onClose={() => setPalette('closed')} />
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
