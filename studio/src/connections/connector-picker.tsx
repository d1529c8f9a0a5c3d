import { listConnectors } from '@patchbay/shared/catalog';
import { Search } from 'lucide-react';
import { useState } from 'react';

import { formatNumber, problemIn, useEndpoint } from '#lib';
import { ConnectorIcon, Input, Loading, ProblemNote } from '#ui';

/** Imported connectors come by the thousand. */
const MOST_SHOWN = 120;

/** All connectors one can have a connection of, by search. */
export function ConnectorPicker({ onPick }: { onPick: (connector: string) => void }) {
  const [search, setSearch] = useState('');
  const connectors = useEndpoint(listConnectors, {}, { staleTime: 60_000 });
  const problem = problemIn(connectors);
  if (problem) return <ProblemNote problem={problem} />;
  if (!connectors.data) return <Loading what="the catalogue" />;
  const wanted = search.trim().toLowerCase();
  const shown = connectors.data.items.filter((one) =>
    `${one.name} ${one.description}`.toLowerCase().includes(wanted),
  );
  return (
    <div className="flex flex-col gap-3">
      <Input
        autoFocus
        icon={<Search />}
        aria-label="Search connectors"
        placeholder="Search connectors"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <ul className="grid grid-cols-2 gap-2">
        {shown.slice(0, MOST_SHOWN).map((one) => (
          <li key={one.id}>
            <button
              type="button"
              onClick={() => onPick(one.id)}
              className="flex w-full items-center gap-3 rounded-md border border-line p-2.5 text-left hover:border-line-strong hover:bg-hover"
            >
              <ConnectorIcon icon={one.icon} name={one.name} />
              <span className="min-w-0">
                <span className="block truncate font-medium">{one.name}</span>
                <span className="block truncate text-sm text-ink-3">{one.description}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length > MOST_SHOWN && (
        <p className="text-center text-ink-3">
          There are {formatNumber(shown.length - MOST_SHOWN)} more. Search for them.
        </p>
      )}
      {shown.length === 0 && <p className="text-ink-3">No connector is called “{search}”.</p>}
    </div>
  );
}
