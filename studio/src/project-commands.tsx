import { createProject } from '@patchbay/shared/access';
import { ArrowLeftRight, FolderPlus } from 'lucide-react';

import { askNewProject, openProject, useMay, useOtherProjects } from '#access';

import type { Command } from './use-commands.tsx';

/** The ways to other projects, once something is typed, and to a new one. */
export function useProjectCommands(isSearching: boolean): Command[] {
  const mayMake = useMay(createProject.permission);
  const others = useOtherProjects(isSearching);
  const ways = (isSearching ? others : []).map(({ id, name }) => ({
    id: `project-${id}`,
    name: `Switch to ${name}`,
    kind: 'Project',
    icon: <ArrowLeftRight aria-hidden />,
    run: () => openProject(id),
  }));
  if (!mayMake) return ways;
  const make: Command = {
    id: 'new-project',
    name: 'Create a project',
    kind: 'Do',
    icon: <FolderPlus aria-hidden />,
    run: () => askNewProject(),
  };
  return [make, ...ways];
}
