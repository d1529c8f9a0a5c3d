import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';

import { buttonClass, EmptyState } from '#ui';

/** For an address that leads nowhere. */
export function LostPage() {
  return (
    <main className="pt-[16vh]">
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        icon={<Compass />}
        title="There is nothing at this address"
        action={
          <Link to="/flows" className={buttonClass('primary')}>
            To the flows
          </Link>
        }
      >
        It may have been deleted, or the address has a typing error.
      </EmptyState>
    </main>
  );
}
