import type { JsonSchema } from '@patchbay/shared/catalog';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';

import { useFormTools, type LoadedOption } from './tools.ts';

/** Choices of an option source, with the values of the fields they depend on. */
export function useOptions(
  source: string | undefined,
  depends: readonly string[] = [],
): UseQueryResult<LoadedOption[]> {
  const { loadOptions, values } = useFormTools();
  const input = Object.fromEntries(depends.map((name) => [name, values[name] ?? null]));
  return useQuery({
    queryKey: ['options', source, input],
    queryFn: () => loadOptions?.(source ?? '', input) ?? [],
    enabled: loadOptions !== undefined && source !== undefined,
    retry: false,
    staleTime: 60_000,
  });
}

/** Names that fields of a free object may have: the columns of a table. */
export function useKeyOptions(schema: JsonSchema): string[] {
  const source = schema['x-keyOptions'];
  const named = typeof source === 'string' ? source : undefined;
  const options = useOptions(named, schema['x-dependsOn']).data ?? [];
  return options.map(({ value }) => (typeof value === 'string' ? value : JSON.stringify(value)));
}
