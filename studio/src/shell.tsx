import { Outlet } from '@tanstack/react-router';
import { useState } from 'react';

import { Gate } from '#access';
import { lazyPart, useShortcuts } from '#lib';

import { Rail } from './rail.tsx';

const CommandPalette = lazyPart(
  async () => (await import('./command-palette.tsx')).CommandPalette,
  '',
);

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
  useShortcuts({ 'Mod+K': () => setPalette((now) => (now === 'open' ? 'closed' : 'open')) });
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
