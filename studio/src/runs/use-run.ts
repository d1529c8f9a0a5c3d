import { toProblem } from '@patchbay/shared/base';
import type { Payload, Problem, ResultOf } from '@patchbay/shared/base';
import { emptyRunView, foldRun, getPayload, getRun, hasEnded } from '@patchbay/shared/runs';
import type { RunView } from '@patchbay/shared/runs';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { call, followRun, queryClient, refresh, useEndpoint } from '#lib';

export type RunRecord = ResultOf<typeof getRun>;

export interface LiveRun {
  record?: RunRecord;
  /** All facts so far, folded; grows while the run goes on. */
  view: RunView;
  problem?: Problem;
  /** The stream was cut and is being opened again. */
  isLost: boolean;
  refetch: () => void;
}

/** A run with its graph and its view, followed live until it ends. */
export function useRun(runId: string): LiveRun {
  const run = useEndpoint(getRun, { params: { id: runId } }, { staleTime: Infinity });
  const [live, setLive] = useState<{ run: string; view: RunView }>();
  const [isLost, setLost] = useState(false);
  const record = run.data;
  useEffect(() => {
    if (!record) return undefined;
    let view = foldRun(record.events);
    if (hasEnded(view.status)) return undefined;
    return followRun({
      run: runId,
      after: view.seq,
      onEvents: (events) => {
        view = foldRun(events, view);
        setLive({ run: runId, view });
        if (hasEnded(view.status)) void refresh(queryClient, ['runs.list', 'flows.list']);
      },
      onState: (state) => setLost(state === 'lost'),
    });
  }, [record, runId]);
  const loaded = record ? foldRun(record.events) : emptyRunView();
  const isNewer = live?.run === runId && live.view.seq >= loaded.seq;
  return {
    record,
    view: isNewer ? live.view : loaded,
    problem: run.error ? toProblem(run.error) : undefined,
    isLost,
    refetch: () => void run.refetch(),
  };
}

export interface PayloadState {
  /** Present when the value is here. */
  loaded?: { value: unknown };
  /** Bytes, when it is large and kept aside until asked for. */
  size?: number;
  isLoading: boolean;
  problem?: Problem;
  load: () => void;
}

/** A payload's value; a large one is fetched when asked for. */
export function usePayload(runId: string, payload: Payload | undefined): PayloadState {
  const aside = payload && 'blob' in payload ? payload : undefined;
  const [wanted, setWanted] = useState<string>();
  const blob = aside?.blob ?? '';
  const query = useQuery({
    queryKey: [getPayload.name, runId, blob],
    queryFn: async ({ signal }) => ({
      value: await call(getPayload, { params: { id: runId, blob } }, signal),
    }),
    enabled: aside !== undefined && wanted === blob,
    staleTime: Infinity,
  });
  const inPlace = payload && 'value' in payload ? { value: payload.value as unknown } : undefined;
  return {
    loaded: inPlace ?? query.data,
    size: aside?.size,
    isLoading: query.isFetching,
    problem: query.error ? toProblem(query.error) : undefined,
    load: () => setWanted(blob),
  };
}
