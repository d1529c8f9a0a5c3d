import { isObject, type Json, type JsonObject } from '@patchbay/shared/base';
import type { ImportPreview, Paginate } from '@patchbay/shared/catalog';
import { Search } from 'lucide-react';
import { useState } from 'react';

import { count } from '#lib';
import { Badge, Checkbox, Input, Panel } from '#ui';

interface ImportActionsProps {
  found: ImportPreview;
  overlay: JsonObject;
  onPatch: (part: JsonObject) => void;
}

/** Rows drawn at once; the search narrows the rest. */
const MOST_SHOWN = 100;

/** Which actions the connector has, what they are called, and how their lists go on. */
export function ImportActions({ found, overlay, onPatch }: ImportActionsProps) {
  const [search, setSearch] = useState('');
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = found.actions.filter(({ title, call, id }) =>
    words.every((word) => `${title} ${call} ${id}`.toLowerCase().includes(word)),
  );
  const changes = isObject(overlay.actions) ? overlay.actions : {};
  const hidden = Object.values(changes).filter((change) => change === null).length;
  return (
    <Panel
      title={`Actions: ${found.actions.length - hidden} of ${found.actions.length} offered`}
      flush
    >
      <div className="px-4 py-2">
        <Input
          icon={<Search />}
          aria-label="Search actions"
          placeholder="Search actions"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      <ul className="max-h-96 divide-y divide-line overflow-auto" tabIndex={0}>
        {fitting.slice(0, MOST_SHOWN).map((action) => (
          <ActionRow
            key={action.id}
            action={action}
            change={changes[action.id]}
            guess={found.findings.pagination[action.id]}
            onChange={(change) => onPatch({ actions: { [action.id]: change } })}
          />
        ))}
      </ul>
      {fitting.length > MOST_SHOWN && (
        <p className="px-4 py-2 text-sm text-ink-3">
          And {count(fitting.length - MOST_SHOWN, 'more', 'more')}: search to see them.
        </p>
      )}
    </Panel>
  );
}

interface ActionRowProps {
  action: ImportPreview['actions'][number];
  /** What the overlay says of it; `null` hides it. */
  change: Json | undefined;
  guess: Paginate | undefined;
  onChange: (change: JsonObject | null) => void;
}

function ActionRow({ action, change, guess, onChange }: ActionRowProps) {
  const own = isObject(change) ? change : {};
  return (
    <li className="flex items-center gap-3 px-4 py-2">
      <Checkbox
        aria-label={`Offer ${action.title}`}
        checked={change !== null}
        onChange={(offered) => onChange(offered ? {} : null)}
      />
      <span className="min-w-0 flex-1">
        <Input
          size="sm"
          aria-label={`Title of ${action.id}`}
          disabled={change === null}
          value={typeof own.title === 'string' ? own.title : action.title}
          onChange={(event) => onChange({ title: event.target.value })}
        />
        <code className="block truncate font-mono text-sm text-ink-3">{action.call}</code>
      </span>
      {guess && change !== null && (
        <Checkbox
          label={`Go through pages (${guess.by})`}
          checked={isObject(own.paginate)}
          onChange={(paged) => onChange({ paginate: paged ? guess : null })}
        />
      )}
      <Badge>{action.reads ? 'reads' : 'writes'}</Badge>
    </li>
  );
}
