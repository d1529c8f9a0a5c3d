import { toProblem } from '@patchbay/shared/base';
import { listRuns, type RunSummary } from '@patchbay/shared/runs';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import { call } from '#lib';

import { queryOf, type RunsSearch } from './runs-search.ts';

/** For each page that is shown. */
const REFRESH_MS = 3000;

/** Runs page by page, newest first, looked at again and again: the more of them, the less often. */
export function useRuns(search: RunsSearch) {
  const query = useInfiniteQuery({
    queryKey: [listRuns.name, search],
    queryFn: ({ pageParam, signal }) =>
      call(listRuns, { query: { ...queryOf(search, Date.now()), after: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: ({ state }) => REFRESH_MS * (state.data?.pages.length ?? 1),
  });
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query;
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  return {
    items,
    isPending: query.isPending,
    isLoadingMore: isFetchingNextPage,
    problem: error ? toProblem(error) : undefined,
    hasMore: hasNextPage,
    more: () => void fetchNextPage(),
    /** Loads until so many are here, or all there are. */
    upTo: async (least: number): Promise<RunSummary[]> => {
      let pages = data?.pages ?? [];
      while (
        pages.at(-1)?.next !== undefined &&
        pages.flatMap(({ items: i }) => i).length < least
      ) {
        const { data: grown, error: why } = await fetchNextPage();
        if (why) throw why;
        pages = grown?.pages ?? [];
      }
      return pages.flatMap((page) => page.items);
    },
    again: () => void refetch(),
  };
}
