import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import { count, formatNumber } from '#lib';
import { Button, ConnectorIcon, cx } from '#ui';

import type { FoundConnector } from './find-connectors.ts';

/** Cards drawn at first, and with each "Show more": imported connectors come by the thousand. */
const AT_A_TIME = 120;

/** The connectors that were found, a card each. */
export function ConnectorCards({ found }: { found: FoundConnector[] }) {
  const [most, setMost] = useState(AT_A_TIME);
  const hidden = found.length - most;
  return (
    <>
      <ul className="grid grid-cols-3 gap-3 max-lg:grid-cols-2">
        {found.slice(0, most).map((one) => (
          <ConnectorCard key={one.connector.id} {...one} />
        ))}
      </ul>
      {hidden > 0 && (
        <p className="mt-4 flex items-center justify-center gap-3 text-ink-3">
          There are {formatNumber(hidden)} more.
          <Button onClick={() => setMost(most + AT_A_TIME)}>Show more</Button>
        </p>
      )}
    </>
  );
}

function ConnectorCard({ connector, operations: found }: FoundConnector) {
  const { id, name, description, icon, actions, triggers, categories } = connector;
  const counts = [count(actions.length, 'action')];
  if (triggers.length > 0) counts.push(count(triggers.length, 'trigger'));
  return (
    <li className="relative flex flex-col gap-2 rounded-lg border border-line bg-panel p-4 shadow-card hover:border-line-strong has-focus-visible:border-accent">
      <div className="flex items-center gap-3">
        <ConnectorIcon icon={icon} name={name} />
        <div className="min-w-0">
          <Link
            to="/catalogue/$connectorId"
            params={{ connectorId: id }}
            className="block truncate font-semibold after:absolute after:inset-0"
          >
            {name}
          </Link>
          <p className="truncate text-sm text-ink-3">{categories.join(', ')}</p>
        </div>
      </div>
      <p className="line-clamp-2 flex-1 text-ink-2">{description}</p>
      <p className={cx('truncate text-sm', found.length > 0 ? 'text-accent' : 'text-ink-3')}>
        {found.length > 0 ? found.slice(0, 4).join(' · ') : counts.join(' · ')}
      </p>
    </li>
  );
}
