import type { ConnectorSummary } from '@patchbay/shared/catalog';
import { useNavigate, useSearch } from '@tanstack/react-router';

import { Checkbox, Select } from '#ui';

import { authTypesOf } from './find-connectors.ts';

const KINDS = [
  { value: '', label: 'Any kind' },
  { value: 'service', label: 'Services' },
  { value: 'protocol', label: 'Protocols' },
  { value: 'file', label: 'Files' },
  { value: 'core', label: 'Building blocks' },
];

const SORTS = [
  { value: '', label: 'Best match first' },
  { value: 'used', label: 'Most used here' },
  { value: 'name', label: 'By name' },
];

const AUTH_WORDS: Record<string, string> = {
  none: 'No sign-in',
  basic: 'User name and password',
  bearer: 'Token',
  apiKey: 'API key',
  parameters: 'Several keys',
  oauth2: 'OAuth 2',
  tokenExchange: 'Login call',
  mutualTls: 'Client certificate',
  awsSigV4: 'AWS keys',
  signed: 'Signing key',
  custom: 'Its own',
};

/** Kind, sign-in, triggers and order; all of it stands in the address. */
export function CatalogueFilters({ items }: { items: ConnectorSummary[] }) {
  const { kind = '', auth = '', sort = '', triggers } = useSearch({ from: '/catalogue' });
  const navigate = useNavigate({ from: '/catalogue' });
  const set = (name: 'kind' | 'auth' | 'sort' | 'triggers', value: string): void =>
    void navigate({
      search: (before) => ({ ...before, [name]: value || undefined }),
      replace: true,
    });
  const signIns = authTypesOf(items).map((value) => ({ value, label: AUTH_WORDS[value] ?? value }));
  return (
    <>
      <div className="w-44">
        <Select
          aria-label="Kind"
          value={kind}
          choices={KINDS}
          onChange={(next) => set('kind', next)}
        />
      </div>
      <div className="w-44">
        <Select
          aria-label="Sign-in"
          value={auth}
          choices={[{ value: '', label: 'Any sign-in' }, ...signIns]}
          onChange={(next) => set('auth', next)}
        />
      </div>
      <div className="w-44">
        <Select
          aria-label="Order"
          value={sort}
          choices={SORTS}
          onChange={(next) => set('sort', next)}
        />
      </div>
      <Checkbox
        label="Can start a flow"
        checked={triggers !== undefined}
        onChange={(only) => set('triggers', only ? 'yes' : '')}
      />
    </>
  );
}
