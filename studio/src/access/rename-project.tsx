import { renameProject, type Project } from '@patchbay/shared/access';

import { useCommand } from '#lib';

import { ProjectNameDialog } from './project-name-dialog.tsx';

interface RenameProjectProps {
  project: Project;
  onClose: () => void;
}

/** Changes a project's name and nothing else. */
export function RenameProject({ project: { id, name: before }, onClose }: RenameProjectProps) {
  const rename = useCommand(renameProject, ['access.listProjects', 'access.getMe']);
  return (
    <ProjectNameDialog
      title="Rename project"
      help="Links to what is in it go on working: its address stays."
      verb="Rename"
      start={before}
      command={rename}
      busy={rename.isPending}
      onSend={(name) => rename.mutate({ params: { id }, body: { name } }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
