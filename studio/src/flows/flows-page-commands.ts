import { toProblem } from '@patchbay/shared/base';
import { listConnections } from '@patchbay/shared/connections';
import {
  createFlow,
  deleteFlow,
  getFlow,
  matchConnections,
  moveFlow,
  updateFlow,
  withConnections,
} from '@patchbay/shared/flows';
import type { FlowGraph, FlowSummary, OpenConnection } from '@patchbay/shared/flows';
import { startRun } from '@patchbay/shared/runs';
import {
  draftOf,
  getSuite,
  importTests,
  type TestDraft,
  type TestedFlowFile,
} from '@patchbay/shared/testing';
import { listVersions, setLive } from '@patchbay/shared/versions';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { call, queryClient, refresh, saveJsonFile, useCommand } from '#lib';
import { toast, toastProblem } from '#ui';

/** What a file is checked by is not needed to see the flows. */
const flowFiles = () => import('./flows-page-file.ts');

const failed = (error: unknown): void => toastProblem(toProblem(error));

/** A flow to be made. */
interface NewFlow {
  name: string;
  graph?: FlowGraph;
  folder?: string;
  tests?: TestDraft[];
}

async function makeFlow({ tests = [], ...flow }: NewFlow): Promise<string> {
  const { id } = await call(createFlow, { body: flow });
  if (tests.length > 0)
    await call(importTests, { params: { subject: `flow:${id}` }, body: { tests } });
  await refresh(queryClient, ['flows.list', 'testing']);
  return id;
}

/** Makes a flow, with tests when it has some, and opens it. */
export function useCreateFlow(): (flow: NewFlow) => void {
  const navigate = useNavigate();
  return (flow) =>
    void makeFlow(flow).then(
      (id) => navigate({ to: '/flows/$flowId', params: { flowId: id } }),
      failed,
    );
}

/** A file whose connections a person has to match with those here. */
export interface OpenImport {
  file: TestedFlowFile;
  found: Map<string, string>;
  open: OpenConnection[];
}

/**
 * Makes a flow of a file and opens it; says what is wrong with any other file. Where its connections
 * can't be told by name, `asking` holds them until `answer` or `forget`.
 */
export function useImportFlow() {
  const create = useCreateFlow();
  const [asking, setAsking] = useState<OpenImport>();
  const make = (file: TestedFlowFile, by: ReadonlyMap<string, string | undefined>): void =>
    create({ name: file.name, graph: withConnections(file.graph, by), tests: file.tests });
  const load = async (chosen: File): Promise<void> => {
    try {
      const { readFlowFile } = await flowFiles();
      const read = readFlowFile(await chosen.text());
      if (!read.ok) return toastProblem(read.problem);
      const { items } = await call(listConnections, {});
      const { found, open } = matchConnections(read.file, items);
      if (open.length > 0) setAsking({ file: read.file, found, open });
      else make(read.file, found);
    } catch (error) {
      failed(error);
    }
  };
  const answer = (chosen: ReadonlyMap<string, string | undefined>): void => {
    if (asking) make(asking.file, new Map([...asking.found, ...chosen]));
    setAsking(undefined);
  };
  return { load, asking, answer, forget: () => setAsking(undefined) };
}

export async function exportFlow({ id, name }: FlowSummary): Promise<void> {
  try {
    const flow = await call(getFlow, { params: { id } });
    const { items: connections } = await call(listConnections, {});
    const { cases: tests } = await call(getSuite, { params: { subject: `flow:${id}` } });
    const { fileNameOf, flowFileOf } = await flowFiles();
    saveJsonFile(fileNameOf(name), flowFileOf(flow, { connections, tests }));
  } catch (error) {
    failed(error);
  }
}

export async function duplicateFlow({ id, name, folder }: FlowSummary): Promise<void> {
  try {
    const { graph } = await call(getFlow, { params: { id } });
    const { cases } = await call(getSuite, { params: { subject: `flow:${id}` } });
    const tests = cases.map(draftOf);
    await makeFlow({ name: `${name.slice(0, 9990)} copy`, folder, graph, tests });
    toast(`“${name.slice(0, 80)}” is duplicated`);
  } catch (error) {
    failed(error);
  }
}

/** Sets the newest version of a flow live. */
export async function setNewestLive({ id, name }: FlowSummary): Promise<void> {
  try {
    const { items } = await call(listVersions, { params: { id } });
    const version = items[0]?.number ?? null;
    await call(setLive, { params: { id }, body: { version } });
    await refresh(queryClient, ['flows', 'versions']);
    toast(`“${name.slice(0, 80)}” is live (version ${version})`);
  } catch (error) {
    failed(error);
  }
}

/** Runs the live version, or the draft when nothing is live, and opens the run. */
export function useRunFlow(): (flow: FlowSummary) => void {
  const navigate = useNavigate();
  const start = useCommand(startRun, ['runs.list', 'flows.list']);
  return ({ id, liveVersion }) =>
    start.mutate(
      { params: { id }, body: { draft: liveVersion === undefined } },
      {
        onSuccess: ({ run }) => void navigate({ to: '/runs/$runId', params: { runId: run } }),
        onError: failed,
      },
    );
}

export function useUpdateFlow() {
  return useCommand(updateFlow, ['flows']);
}

export function useMoveFlow() {
  return useCommand(moveFlow, ['flows', 'runs', 'health', 'testing', 'access.listProjects']);
}

export function useDeleteFlow() {
  return useCommand(deleteFlow, ['flows', 'runs', 'health']);
}
