import { ChevronsUpDown } from 'lucide-react';
import { useRef, useState } from 'react';

import { lazyPart } from '#lib';
import { MonogramTile, Tooltip } from '#ui';

import { useMe } from './me.ts';
import { useAskedProject } from './projects.ts';

const ProjectMenu = lazyPart(async () => (await import('./project-menu.tsx')).ProjectMenu, '');
const NewProject = lazyPart(async () => (await import('./new-project.tsx')).NewProject, '');

/** The project one is in, on top of the rail; opens the way to the others. */
export function ProjectSwitcher() {
  const me = useMe();
  const asked = useAskedProject();
  const [menu, setMenu] = useState<'never' | 'open' | 'closed'>('never');
  const button = useRef<HTMLButtonElement>(null);
  const load = (): void => void Promise.allSettled([ProjectMenu.preload(), NewProject.preload()]);
  if (!me) return null;
  const { id, name } = me.project;
  return (
    <>
      <Tooltip content={<span className="min-w-0 break-words">{name}</span>} side="right">
        <button
          ref={button}
          type="button"
          aria-haspopup="dialog"
          aria-expanded={menu === 'open'}
          onClick={() => setMenu(menu === 'open' ? 'closed' : 'open')}
          onPointerEnter={load}
          onFocus={load}
          className="group mb-1 flex w-full flex-col items-center gap-1 rounded-md py-1 text-[9px] leading-3 font-semibold text-ink-2 transition-colors duration-100 hover:bg-hover hover:text-ink aria-expanded:bg-hover aria-expanded:text-ink"
        >
          <span className="relative">
            <MonogramTile id={id} name={name} />
            <span className="absolute -right-2 -bottom-1 rounded-full bg-panel text-ink-3 group-hover:bg-hover group-hover:text-ink group-aria-expanded:bg-hover">
              <ChevronsUpDown aria-hidden className="size-3" />
            </span>
          </span>
          <span aria-hidden className="w-full truncate px-0.5 text-center">
            {name}
          </span>
          <span className="sr-only">Project {name}: switch</span>
        </button>
      </Tooltip>
      {menu !== 'never' && (
        <ProjectMenu open={menu === 'open'} anchor={button} onClose={() => setMenu('closed')} />
      )}
      {asked && <NewProject start={asked.name} />}
    </>
  );
}
