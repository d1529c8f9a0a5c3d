import { useQuery } from '@tanstack/react-query';

import { Panel, StatusGlyph } from '#ui';

/** Whether the server answers and is ready, by its own word. */
async function isReady(signal: AbortSignal): Promise<boolean> {
  const response = await fetch('/readyz', { signal });
  return response.ok;
}

export function ServerInfo() {
  const ready = useQuery({
    queryKey: ['readyz'],
    queryFn: ({ signal }) => isReady(signal),
    refetchInterval: 10_000,
    retry: false,
  });
  return (
    <Panel title="Server">
      <dl className="grid grid-cols-[120px_1fr] gap-y-1">
        <dt className="text-ink-3">State</dt>
        <dd>
          {ready.isPending ? (
            'Asking…'
          ) : (
            <StatusGlyph status={ready.data ? 'active' : 'unreachable'} />
          )}
        </dd>
        <dt className="text-ink-3">Address</dt>
        <dd className="font-mono text-sm">{location.origin}</dd>
        <dt className="text-ink-3">API</dt>
        <dd>
          <a href="/api/openapi.json" className="text-accent hover:underline">
            OpenAPI description
          </a>
        </dd>
      </dl>
    </Panel>
  );
}
