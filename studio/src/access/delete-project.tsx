import { deleteProject, type ProjectSummary } from '@patchbay/shared/access';
import { MAIN_PROJECT } from '@patchbay/shared/base';

import { count, currentProject, leaveTo, problemIn, projectHref, useCommand } from '#lib';
import { Button, buttonClass, ConfirmDialog, Dialog, toast } from '#ui';

interface DeleteProjectProps {
  project: ProjectSummary;
  onClose: () => void;
}

/** Asks before a project goes; one that still holds something says what, and leads there. */
export function DeleteProject(props: DeleteProjectProps) {
  const { flows, connections } = props.project;
  return flows + connections > 0 ? <StillInUse {...props} /> : <AskDelete {...props} />;
}

function StillInUse({ project, onClose }: DeleteProjectProps) {
  const { id, name, flows, connections } = project;
  const held = [
    flows > 0 && count(flows, 'flow'),
    connections > 0 && count(connections, 'connection'),
  ].filter((words) => words !== false);
  return (
    <Dialog
      open
      onClose={onClose}
      size="sm"
      title="This project is not empty"
      actions={
        <>
          <Button onClick={onClose}>Close</Button>
          {connections > 0 && (
            <a href={projectHref(id, '/connections')} className={buttonClass()}>
              To its connections
            </a>
          )}
          {flows > 0 && (
            <a href={projectHref(id, '/flows')} className={buttonClass('primary')}>
              To its flows
            </a>
          )}
        </>
      }
    >
      <p className="break-words text-ink-2">
        <strong className="font-medium text-ink">{name}</strong> still holds {held.join(' and ')}.
        Move flows to another project or delete them, and delete the connections or open them to all
        projects. Then the project can be deleted.
      </p>
    </Dialog>
  );
}

function AskDelete({ project, onClose }: DeleteProjectProps) {
  const { id, name, functions, tokens } = project;
  const remove = useCommand(deleteProject, ['access.listProjects']);
  // Its row is gone from the list by then, and this dialog with it.
  const confirm = async (): Promise<void> => {
    if (!(await remove.mutateAsync({ params: { id } }).catch(() => undefined))) return;
    if (id === currentProject) return leaveTo(projectHref(MAIN_PROJECT, '/settings'));
    onClose();
    toast(`“${name.slice(0, 80)}” is deleted`);
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title="Delete this project?"
      verb="Delete project"
      busy={remove.isPending}
      problem={problemIn(remove)}
      onConfirm={() => void confirm()}
    >
      <p>
        <strong className="font-medium text-ink">{name}</strong> has no flows and no connections.{' '}
        {goesWith(functions, tokens)}
      </p>
      <p>Its address leads nowhere from then on.</p>
    </ConfirmDialog>
  );
}

/** What is lost with it, in words. */
function goesWith(functions: number, tokens: number): string {
  const parts = [
    functions > 0 && count(functions, 'function'),
    tokens > 0 && `${count(tokens, 'token')}, which programs may still use,`,
  ].filter((words) => words !== false);
  if (parts.length === 0) return 'Nothing else goes with it.';
  return `With it ${functions + tokens === 1 ? 'goes' : 'go'} ${parts.join(' and ')} for good.`;
}
