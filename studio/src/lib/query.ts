import { problem, ProblemError, toProblem } from '@patchbay/shared/base';
import type { Endpoint, Problem, ResultOf } from '@patchbay/shared/base';
import { QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useRef } from 'react';

import { call, type CallInput } from './call.ts';

/** Only what may pass by itself is tried again: a lost server, not a refusal. */
function worthRetrying(count: number, error: Error): boolean {
  return count < 2 && toProblem(error).code === 'not_ready';
}

/** The one cache of server state. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5_000, retry: worthRetrying, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});

export interface EndpointOptions {
  /** Ask only when true (default). */
  enabled?: boolean;
  /** Ask again after so many ms; 0 stops. */
  refetchInterval?: number;
  /** Keep what was shown while the next answer is on its way. */
  keepPrevious?: boolean;
  staleTime?: number;
}

/** Reads an endpoint: `const flows = useEndpoint(listFlows, {})`. */
export function useEndpoint<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  options: EndpointOptions = {},
): UseQueryResult<ResultOf<E>> {
  return useQuery({
    queryKey: [endpoint.name, input],
    queryFn: ({ signal }) => call(endpoint, input, signal),
    enabled: options.enabled ?? true,
    refetchInterval: options.refetchInterval ?? false,
    staleTime: options.staleTime ?? 5_000,
    placeholderData: options.keepPrevious ? (before: unknown) => before as never : undefined,
  }) as UseQueryResult<ResultOf<E>>;
}

/** Asks an endpoint before a part that reads it is drawn; undefined when that did not work yet. */
export async function prefetchEndpoint<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  { staleTime }: { staleTime: number },
): Promise<ResultOf<E> | undefined> {
  const queryKey = [endpoint.name, input];
  await queryClient.prefetchQuery({
    queryKey,
    queryFn: ({ signal }) => call(endpoint, input, signal),
    staleTime,
  });
  return queryClient.getQueryData<ResultOf<E>>(queryKey);
}

/** A command, and how to stop it while it is under way: the server then lets go of it as well. */
type Command<E extends Endpoint> = UseMutationResult<ResultOf<E>, Error, CallInput<E>> & {
  stop: () => void;
};

/**
 * Calls an endpoint that changes something; afterwards what `refreshes` names is read anew, each
 * an endpoint's name or a room: `useCommand(deleteFlow, ['flows'])`.
 */
export function useCommand<E extends Endpoint>(endpoint: E, refreshes: string[] = []): Command<E> {
  const client = useQueryClient();
  const ending = useRef<AbortController>(undefined);
  const command = useMutation({
    mutationFn: async (input: CallInput<E>) => {
      const { signal } = (ending.current = new AbortController());
      try {
        return await call(endpoint, input, signal);
      } catch (error) {
        throw signal.aborted ? STOPPED : error;
      }
    },
    onSettled: (_result, error) => {
      if (!error) return refresh(client, refreshes);
      // The server writes down that it was stopped a moment after we have let go.
      if (error === STOPPED) setTimeout(() => void refresh(client, refreshes), LET_GO_MS);
      return undefined;
    },
  });
  return { ...command, stop: () => ending.current?.abort() };
}

const LET_GO_MS = 600;

const STOPPED = new ProblemError(
  problem(
    'cancelled',
    'It was stopped.',
    'It may have been done all the same: look before you go on.',
  ),
);

/** Reads anew everything whose endpoint's name starts with one of `names`. */
export async function refresh(client: QueryClient, names: string[]): Promise<void> {
  await client.invalidateQueries({
    predicate: ({ queryKey }) => names.some((name) => String(queryKey[0]).startsWith(name)),
  });
}

/** The Problem of a query or command, or undefined. */
export function problemIn(result: { error: Error | null }): Problem | undefined {
  return result.error ? toProblem(result.error) : undefined;
}
