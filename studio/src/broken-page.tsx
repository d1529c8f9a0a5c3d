import { Unplug } from 'lucide-react';

import { Button, EmptyState } from '#ui';

/** In place of a page that broke, or of which a part could not be loaded. */
export function BrokenPage({ error }: { error: unknown }) {
  return (
    <main className="pt-[16vh]" role="alert">
      <h1 className="sr-only">The page broke</h1>
      <EmptyState
        icon={<Unplug />}
        title="This page can't be shown"
        action={
          <Button variant="primary" onClick={() => location.reload()}>
            Load it again
          </Button>
        }
      >
        The server may be away, or Patchbay was updated meanwhile. What you drew is kept.
        <span className="mt-2 block text-sm break-words text-ink-3">{String(error)}</span>
      </EmptyState>
    </main>
  );
}
