import { getHealth } from '@patchbay/shared/health';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Activity } from 'lucide-react';

import { formatNumber, problemIn, useEndpoint } from '#lib';
import { FAILED_EITHER_WAY } from '#runs';
import {
  buttonClass,
  EmptyState,
  Loading,
  Page,
  Panel,
  ProblemNote,
  Select,
  StatusGlyph,
} from '#ui';

import { FlowHealthTable } from './flow-health-table.tsx';

const PERIODS = [
  { value: '1', label: 'Last hour' },
  { value: '24', label: 'Last 24 hours' },
  { value: '168', label: 'Last 7 days' },
];

/** How everything is doing: what runs now, each flow, and what needs attention. */
export function HealthPage() {
  const { hours = '24' } = useSearch({ from: '/health' });
  const navigate = useNavigate({ from: '/health' });
  const query = { query: { hours: Number(hours) } };
  const health = useEndpoint(getHealth, query, { refetchInterval: 5000, keepPrevious: true });
  const problem = problemIn(health);
  const { data } = health;
  return (
    <Page
      title="Health"
      lead="Runs, failures and durations; what needs attention comes first."
      actions={
        <Select
          aria-label="Period"
          className="w-40!"
          choices={PERIODS}
          value={hours}
          onChange={(next) => void navigate({ search: { hours: next }, replace: true })}
        />
      }
    >
      {health.isPending && <Loading what="health" />}
      {problem && <ProblemNote problem={problem} onAgain={health.refetch} className="mb-4" />}
      {data && (
        <div className="grid gap-4">
          <Numbers data={data} hours={hours} />
          <Attention connections={data.connections} />
          {data.flows.length === 0 ? (
            <EmptyState
              icon={<Activity />}
              title="No run in this time"
              action={
                <Link to="/flows" className={buttonClass('primary')}>
                  To the flows
                </Link>
              }
            >
              As soon as flows run, their failures and durations appear here.
            </EmptyState>
          ) : (
            <FlowHealthTable flows={data.flows} hours={hours} period={data.period} />
          )}
        </div>
      )}
    </Page>
  );
}

type Health = NonNullable<ReturnType<typeof useEndpoint<typeof getHealth>>['data']>;

interface Figure {
  word: string;
  number: number;
  colour: string;
  /** The runs it counts. */
  status: string;
  hours?: string;
}

/** How many runs there are of each kind, each with the way to them. */
function Numbers({ data, hours }: { data: Health; hours: string }) {
  const done = data.flows.reduce((sum, flow) => sum + flow.done, 0);
  const failed = data.flows.reduce((sum, flow) => sum + flow.failed, 0);
  const numbers: Figure[] = [
    { word: 'Running now', number: data.running, colour: 'text-run', status: 'running' },
    { word: 'Queued', number: data.queued, colour: 'text-ink', status: 'queued' },
    { word: 'Waiting', number: data.waiting, colour: 'text-wait', status: 'waiting' },
    { word: 'Done', number: done, colour: 'text-ok', status: 'done', hours },
    {
      word: 'Failed',
      number: failed,
      colour: failed > 0 ? 'text-fail' : 'text-ink',
      status: FAILED_EITHER_WAY.value,
      hours,
    },
  ];
  return (
    <dl className="grid grid-cols-5 overflow-hidden rounded-lg border border-line bg-panel shadow-card">
      {numbers.map(({ word, number, colour, status, ...time }) => (
        <div
          key={word}
          className="relative flex flex-col-reverse border-l border-line px-4 py-3 first:border-l-0 hover:bg-hover"
        >
          <dt className="text-ink-3">{word}</dt>
          <dd className={`text-2xl font-semibold tabular-nums ${colour}`}>
            <Link
              to="/runs"
              search={{ status, ...time }}
              aria-label={`${word}: ${formatNumber(number)}, show the runs`}
              className="after:absolute after:inset-0"
            >
              {formatNumber(number)}
            </Link>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const WELL = new Set(['active', 'never_tested']);

function Attention({ connections }: Pick<Health, 'connections'>) {
  const ill = connections.filter(({ status }) => !WELL.has(status));
  if (ill.length === 0) return null;
  return (
    <Panel title="Connections that need attention" flush>
      <ul className="divide-y divide-line">
        {ill.map(({ id, name, status }) => (
          <li key={id} className="relative flex items-center gap-4 px-4 py-2 hover:bg-hover">
            <StatusGlyph status={status} className="w-36" />
            <Link
              to="/connections"
              search={{ open: id }}
              className="min-w-0 flex-1 truncate font-medium after:absolute after:inset-0"
            >
              {name}
            </Link>
            <span className="text-accent">Mend it</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
