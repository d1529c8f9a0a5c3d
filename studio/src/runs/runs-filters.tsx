import { listFlows } from '@patchbay/shared/flows';
import { RUN_STATUSES } from '@patchbay/shared/runs';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { X } from 'lucide-react';

import { useEndpoint } from '#lib';
import { Button, Combobox, Select, statusLook } from '#ui';

import { ANY, FAILED_EITHER_WAY, HOURS, TRIGGERS } from './runs-search.ts';

/** What is asked of the list; all of it stands in the address. */
export function RunsFilters() {
  const search = useSearch({ from: '/runs' });
  const navigate = useNavigate({ from: '/runs' });
  const flows = useEndpoint(listFlows, {}, { staleTime: 30_000 }).data?.items ?? [];
  const set = (name: keyof typeof search, value: string): void =>
    void navigate({
      search: (before) => ({ ...before, [name]: value === ANY ? undefined : value }),
      replace: true,
    });
  const statuses = RUN_STATUSES.map((one) => ({ value: one, label: statusLook(one).word }));
  const flowChoices = flows.map(({ id, name }) => ({ value: id, label: name.slice(0, 100) }));
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <div className="w-60">
        <Combobox
          aria-label="Flow"
          placeholder="Any flow"
          choices={[{ value: ANY, label: 'Any flow' }, ...flowChoices]}
          value={search.flow}
          onChange={(flow) => set('flow', flow)}
        />
      </div>
      <Select
        aria-label="Status"
        className="w-48!"
        choices={[{ value: ANY, label: 'Any status' }, ...statuses, FAILED_EITHER_WAY]}
        value={search.status ?? ANY}
        onChange={(status) => set('status', status)}
      />
      <Select
        aria-label="Started by"
        className="w-36!"
        choices={TRIGGERS}
        value={search.trigger ?? ANY}
        onChange={(trigger) => set('trigger', trigger)}
      />
      <Select
        aria-label="Time"
        className="w-36!"
        choices={HOURS}
        value={search.hours ?? ANY}
        onChange={(hours) => set('hours', hours)}
      />
      {Object.keys(search).length > 0 && (
        <Button
          variant="ghost"
          size="sm"
          icon={<X />}
          onClick={() => void navigate({ search: {}, replace: true })}
        >
          Clear
        </Button>
      )}
    </div>
  );
}
