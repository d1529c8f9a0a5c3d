import { toProblem } from '@patchbay/shared/base';
import { listConnectors } from '@patchbay/shared/catalog';
import { listConnections } from '@patchbay/shared/connections';
import { emptyGraph, createFlow, listFlows } from '@patchbay/shared/flows';
import { listRuns, startRun } from '@patchbay/shared/runs';
import { useNavigate } from '@tanstack/react-router';
import { Blocks, ListVideo, Moon, Play, Plug, Plus, Settings, Workflow, Zap } from 'lucide-react';
import type { ReactNode } from 'react';

import { useMay } from '#access';
import { call, formatAgo, useEndpoint, useOffered, useTheme } from '#lib';
import { statusLook, toastProblem } from '#ui';

import { usePlaces } from './places.ts';
import { useProjectCommands } from './project-commands.tsx';

/** Something the palette can do. */
export interface Command {
  id: string;
  name: string;
  /** What it is: "Go to", "Flow". */
  kind: string;
  icon: ReactNode;
  isLast?: boolean;
  run: () => void;
}

/** All commands; single things are offered once something is typed. */
export function useCommands(query: string): Command[] {
  const isSearching = query.trim() !== '';
  return [
    ...usePageCommands(),
    ...useDoing(),
    ...useProjectCommands(isSearching),
    ...useWays(),
    ...useThings(isSearching),
  ];
}

/** What the page behind the palette can do comes first. */
function usePageCommands(): Command[] {
  return useOffered().map(({ name, run }) => ({
    id: `page-${name}`,
    name,
    kind: 'On this page',
    icon: <Zap aria-hidden />,
    run,
  }));
}

function useWays(): Command[] {
  const navigate = useNavigate();
  const places = usePlaces().map(({ to, name, icon: Icon }) => ({
    id: to,
    name,
    kind: 'Go to',
    icon: <Icon aria-hidden />,
    run: () => void navigate({ to }),
  }));
  const settings: Command = {
    id: '/settings',
    name: 'Settings',
    kind: 'Go to',
    icon: <Settings aria-hidden />,
    run: () => void navigate({ to: '/settings' }),
  };
  return [...places, settings];
}

function useDoing(): Command[] {
  const navigate = useNavigate();
  const [theme, setTheme] = useTheme();
  const mayEdit = useMay('flow.edit');
  const mayConnect = useMay('connection.edit');
  const other = theme === 'dark' ? 'light' : 'dark';
  const create = (): void =>
    void tell(async () => {
      const body = { name: 'Untitled flow', graph: emptyGraph() };
      const { id } = await call(createFlow, { body });
      await navigate({ to: '/flows/$flowId', params: { flowId: id } });
    });
  const connect = (): void => void navigate({ to: '/connections', search: { create: 'any' } });
  return [
    mayEdit && { id: 'create', name: 'Create a flow', icon: <Plus aria-hidden />, run: create },
    mayConnect && {
      id: 'connect',
      name: 'Create a connection',
      icon: <Plug aria-hidden />,
      run: connect,
    },
    {
      id: 'theme',
      name: `Switch to the ${other} theme`,
      icon: <Moon aria-hidden />,
      run: () => setTheme(other),
    },
  ]
    .filter((command) => command !== false)
    .map((command) => ({ ...command, kind: 'Do' }));
}

async function tell(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    toastProblem(toProblem(error));
  }
}

function useThings(enabled: boolean): Command[] {
  const navigate = useNavigate();
  const connections = useEndpoint(listConnections, {}, { enabled }).data?.items ?? [];
  const connectors = useEndpoint(listConnectors, {}, { enabled }).data?.items ?? [];
  const runs = useEndpoint(listRuns, { query: { limit: 30 } }, { enabled }).data?.items ?? [];
  const ofFlows = useFlowCommands(enabled);
  if (!enabled) return [];
  return [
    ...ofFlows,
    ...connections.map(({ id, name }) => ({
      id: `connection-${id}`,
      name,
      kind: 'Connection',
      icon: <Plug aria-hidden />,
      run: () => void navigate({ to: '/connections', search: { open: id } }),
    })),
    ...connectors.map(({ id, name }) => ({
      id: `connector-${id}`,
      name,
      kind: 'Connector',
      icon: <Blocks aria-hidden />,
      run: () => void navigate({ to: '/catalogue/$connectorId', params: { connectorId: id } }),
    })),
    ...runs.map(({ id, flowName, status, createdAt }) => ({
      id: `run-${id}`,
      name: `${flowName.slice(0, 100)}, ${statusLook(status).word.toLowerCase()} ${formatAgo(createdAt)}`,
      kind: 'Past run',
      isLast: true,
      icon: <ListVideo aria-hidden />,
      run: () => void navigate({ to: '/runs/$runId', params: { runId: id } }),
    })),
  ];
}

function useFlowCommands(enabled: boolean): Command[] {
  const navigate = useNavigate();
  const mayRun = useMay('run.start');
  const flows = useEndpoint(listFlows, {}, { enabled }).data?.items ?? [];
  const open = (id: string): void =>
    void navigate({ to: '/flows/$flowId', params: { flowId: id } });
  const start = (id: string, draft: boolean): void =>
    void tell(async () => {
      const { run } = await call(startRun, { params: { id }, body: { draft } });
      await navigate({ to: '/runs/$runId', params: { runId: run } });
    });
  return flows.flatMap(({ id, name, liveVersion }) => {
    const short = name.slice(0, 100);
    const own: Command = {
      id: `flow-${id}`,
      name: short,
      kind: 'Flow',
      icon: <Workflow aria-hidden />,
      run: () => open(id),
    };
    const run: Command = {
      id: `start-${id}`,
      name: `Run ${short}`,
      kind: liveVersion === undefined ? 'Run the draft' : 'Run',
      icon: <Play aria-hidden />,
      run: () => start(id, liveVersion === undefined),
    };
    return mayRun ? [own, run] : [own];
  });
}
