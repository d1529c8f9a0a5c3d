import type { ResultOf } from '@patchbay/shared/base';
import type { getHealth } from '@patchbay/shared/health';
import { Link } from '@tanstack/react-router';

import { formatDuration, formatNumber, formatTime } from '#lib';
import { FAILED_EITHER_WAY } from '#runs';
import { Panel } from '#ui';

import type { Period } from './bar-words.ts';
import { RunBars, TimeLine } from './run-bars.tsx';

type FlowHealth = ResultOf<typeof getHealth>['flows'][number];

interface FlowHealthTableProps {
  flows: FlowHealth[];
  hours: string;
  period: Period;
}

/** Every flow with its runs, failures, durations and tests; the worst first, as the server sorts them. */
export function FlowHealthTable({ flows, hours, period }: FlowHealthTableProps) {
  return (
    <Panel title="Flows" flush className="overflow-x-auto">
      <table className="w-full">
        <thead>
          <tr className="text-left text-sm text-ink-3 [&>th]:px-3 [&>th]:align-bottom [&>th]:pb-1.5 [&>th]:font-medium first:[&>th]:pl-4">
            <th scope="col">Flow</th>
            <th scope="col" className="py-1.5">
              Runs that ended
              <TimeLine period={period} />
            </th>
            <th scope="col" className="text-right">
              Done
            </th>
            <th scope="col" className="text-right" title="Failed, or quarantined">
              Failed
            </th>
            <th scope="col" className="text-right" title="Half of the runs took no longer">
              Median
            </th>
            <th scope="col" className="text-right" title="95 of 100 runs took no longer">
              95 %
            </th>
            <th scope="col" className="text-right">
              Tests
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line border-t border-line">
          {flows.map((flow) => (
            <FlowHealthRow key={flow.flowId} flow={flow} hours={hours} period={period} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

interface FlowHealthRowProps extends Omit<FlowHealthTableProps, 'flows'> {
  flow: FlowHealth;
}

function FlowHealthRow({ flow, hours, period }: FlowHealthRowProps) {
  const { flowId, name, done, failed, p50, p95 } = flow;
  return (
    <tr className="hover:bg-hover [&>td]:px-3 [&>td]:py-1.5">
      <th scope="row" className="max-w-72 truncate px-4 text-left font-medium">
        <Link to="/flows/$flowId" params={{ flowId }} className="hover:underline">
          {name.slice(0, 200)}
        </Link>
      </th>
      <td className="w-72">
        <RunBars flow={name.slice(0, 200)} buckets={flow.buckets} period={period} />
      </td>
      <td className="text-right tabular-nums">{formatNumber(done)}</td>
      <td className="text-right tabular-nums">
        {failed === 0 ? (
          <span className="text-ink-3">0</span>
        ) : (
          <Link
            to="/runs"
            search={{ flow: flowId, status: FAILED_EITHER_WAY.value, hours }}
            className="font-medium text-fail underline"
          >
            {formatNumber(failed)} ({formatNumber(Math.round((failed / (done + failed)) * 100))} %)
          </Link>
        )}
      </td>
      <td className="text-right tabular-nums">{p50 === undefined ? '–' : formatDuration(p50)}</td>
      <td className="text-right tabular-nums">{p95 === undefined ? '–' : formatDuration(p95)}</td>
      <td className="text-right tabular-nums">
        <TestsOf flow={flow} />
      </td>
    </tr>
  );
}

/** How its suite went last, with the way to what differs. */
function TestsOf({ flow: { flowId, tests } }: { flow: FlowHealth }) {
  if (!tests) return <span className="text-ink-3">–</span>;
  const isWell = tests.failed === 0;
  const words = isWell
    ? `${formatNumber(tests.passed)} passed`
    : `${formatNumber(tests.failed)} of ${formatNumber(tests.passed + tests.failed)} failed`;
  return (
    <Link
      to="/testing"
      search={{ tab: 'tests', subject: `flow:${flowId}` }}
      title={`Run ${formatTime(tests.at)}`}
      className={isWell ? 'text-ok hover:underline' : 'font-medium text-fail underline'}
    >
      {words}
    </Link>
  );
}
