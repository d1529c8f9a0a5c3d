import { createProject } from '@patchbay/shared/access';
import { useState } from 'react';

import { useCommand } from '#lib';

import { ProjectNameDialog } from './project-name-dialog.tsx';
import { forgetNewProject, openProject } from './projects.ts';

/** Makes a project and goes into it. */
export function NewProject({ start }: { start: string }) {
  const create = useCommand(createProject, ['access.listProjects']);
  // Until the other page is there.
  const [isLeaving, setLeaving] = useState(false);
  const send = (name: string): void =>
    create.mutate(
      { body: { name } },
      {
        onSuccess: ({ id }) => {
          setLeaving(true);
          openProject(id);
        },
      },
    );
  return (
    <ProjectNameDialog
      title="New project"
      description="For a team or a matter: with flows, functions, connections and tokens of its own."
      help="Its address is made of the name, and stays when you rename it."
      verb="Create project"
      start={start}
      command={create}
      busy={create.isPending || isLeaving}
      onSend={send}
      onClose={forgetNewProject}
    />
  );
}
