import { Link } from '@tanstack/react-router';
import { Search, Settings } from 'lucide-react';

import { ProjectSwitcher, useMe } from '#access';
import { Tooltip } from '#ui';

import { PersonMenu } from './person-menu.tsx';
import { usePlaces } from './places.ts';

const ITEM =
  'flex w-full flex-col items-center gap-0.5 rounded-md py-1.5 text-[8.5px] leading-3 font-medium tracking-[-0.045em] text-ink-3 transition-colors duration-100 hover:bg-hover hover:text-ink data-[status=active]:bg-accent-soft data-[status=active]:text-accent [&_svg]:size-4.5';

/** The 52 px rail: project on top, the rooms, the person at the bottom. */
export function Rail({ onSearch }: { onSearch: () => void }) {
  const places = usePlaces();
  return (
    <nav
      aria-label="Rooms"
      className="flex h-full w-13 shrink-0 flex-col items-stretch gap-0.5 overflow-y-auto border-r border-line bg-panel px-0.5 py-2"
    >
      <Link
        to="/flows"
        aria-label="Patchbay, to the flows"
        title="Patchbay, to the flows"
        className="flex justify-center rounded-md py-1"
      >
        <img src="/mark.svg" alt="" className="size-5" />
      </Link>
      <ProjectSwitcher />
      <Tooltip content="Search and commands" shortcut="Mod+K" side="right">
        <button type="button" onClick={onSearch} className={ITEM}>
          <Search aria-hidden />
          Search
        </button>
      </Tooltip>
      {places.map(({ to, name, icon: Icon }) => (
        <Link key={to} to={to} className={ITEM}>
          <Icon aria-hidden />
          {name}
        </Link>
      ))}
      <span className="flex-1" />
      <Link to="/settings" className={ITEM}>
        <Settings aria-hidden />
        Settings
      </Link>
      <Person />
    </nav>
  );
}

function Person() {
  const me = useMe();
  return me ? <PersonMenu me={me} /> : null;
}
