import {
  createProject,
  listProjects,
  renameProject,
  type ProjectSummary,
} from '@patchbay/shared/access';
import { MAIN_PROJECT } from '@patchbay/shared/base';
import { Ellipsis, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';

import { count, currentProject, problemIn, projectHref, useEndpoint } from '#lib';
import {
  Badge,
  Button,
  buttonClass,
  IconButton,
  Loading,
  Menu,
  MonogramTile,
  Panel,
  ProblemNote,
} from '#ui';

import { DeleteProject } from './delete-project.tsx';
import { useMay } from './me.ts';
import { askNewProject } from './projects.ts';
import { RenameProject } from './rename-project.tsx';

/** The projects with what is in them: made, renamed, deleted. */
export function ProjectsPanel() {
  const mayMake = useMay(createProject.permission);
  const mayRename = useMay(renameProject.permission);
  const projects = useEndpoint(listProjects, {});
  const problem = problemIn(projects);
  const items = projects.data?.items ?? [];
  return (
    <Panel
      title="Projects"
      actions={
        mayMake && (
          <Button size="sm" icon={<Plus />} onClick={() => askNewProject()}>
            New project
          </Button>
        )
      }
    >
      <p className="mb-2 text-ink-2">
        Flows, functions, connections and tokens belong to one project. Connections for all projects
        and your own are seen in each.
      </p>
      {projects.isPending && <Loading what="projects" />}
      {problem && <ProblemNote problem={problem} onAgain={projects.refetch} />}
      <ul aria-label={count(items.length, 'project')} className="divide-y divide-line">
        {items.map((project) => (
          <ProjectItem
            key={project.id}
            project={project}
            mayDelete={mayMake && project.id !== MAIN_PROJECT}
            // What the role is in another project is only known of who has it in all.
            mayRename={mayMake || (mayRename && project.id === currentProject)}
          />
        ))}
      </ul>
    </Panel>
  );
}

interface ProjectItemProps {
  project: ProjectSummary;
  mayRename: boolean;
  mayDelete: boolean;
}

function ProjectItem(props: ProjectItemProps) {
  const { project, mayRename, mayDelete } = props;
  const { id, name } = project;
  const isHere = id === currentProject;
  return (
    <li className="flex items-center gap-3 py-2">
      <MonogramTile id={id} name={name} />
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-2">
          <span className="truncate font-medium">{name}</span>
          {isHere && <Badge>You are here</Badge>}
        </span>
        <span className="block text-sm text-ink-3">{contentsOf(project)}</span>
      </span>
      {!isHere && (
        <a
          href={projectHref(id, '/flows')}
          aria-label={`Open ${name}`}
          className={buttonClass('secondary', 'sm')}
        >
          Open
        </a>
      )}
      {(mayRename || mayDelete) && <ItemMenu {...props} />}
    </li>
  );
}

const KINDS = ['flow', 'connection', 'function', 'token'] as const;

/** What is in it, in words. */
function contentsOf(project: ProjectSummary): string {
  const parts = KINDS.map((kind) => ({ kind, size: project[`${kind}s`] }))
    .filter(({ size }) => size > 0)
    .map(({ kind, size }) => count(size, kind));
  return parts.join(' · ') || 'Nothing in it yet';
}

function ItemMenu({ project, mayRename, mayDelete }: ProjectItemProps) {
  const [dialog, setDialog] = useState<'rename' | 'delete'>();
  const close = (): void => setDialog(undefined);
  return (
    <>
      <Menu
        trigger={
          <IconButton label={`More for ${project.name}`} size="sm">
            <Ellipsis />
          </IconButton>
        }
        items={[
          mayRename && {
            label: 'Rename…',
            icon: <Pencil />,
            onSelect: () => setDialog('rename'),
          },
          mayDelete && {
            label: 'Delete…',
            icon: <Trash2 />,
            danger: true,
            onSelect: () => setDialog('delete'),
          },
        ]}
      />
      {dialog === 'rename' && <RenameProject project={project} onClose={close} />}
      {dialog === 'delete' && <DeleteProject project={project} onClose={close} />}
    </>
  );
}
