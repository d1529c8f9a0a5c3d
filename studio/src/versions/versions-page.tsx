import { listFlows, type FlowSummary } from '@patchbay/shared/flows';
import { Link } from '@tanstack/react-router';
import { History } from 'lucide-react';

import { problemIn, useEndpoint } from '#lib';
import { Badge, buttonClass, EmptyState, Loading, Page, Panel, ProblemNote, TimeAgo } from '#ui';

/** What is live of every flow; each leads to its versions. */
export function VersionsPage() {
  const flows = useEndpoint(listFlows, {});
  const problem = problemIn(flows);
  const items = flows.data?.items ?? [];
  return (
    <Page title="Versions" lead="What is live, and what was before. Publishing makes a version.">
      {flows.isPending && <Loading what="flows" />}
      {problem && <ProblemNote problem={problem} onAgain={flows.refetch} />}
      {flows.data && items.length === 0 && (
        <EmptyState icon={<History />} title="No flows, so no versions" action={<ToFlows />}>
          Draw a flow and publish it; every publication is kept here.
        </EmptyState>
      )}
      {items.length > 0 && (
        <Panel flush>
          <ul className="divide-y divide-line">
            {items.map((flow) => (
              <li
                key={flow.id}
                className="relative flex min-h-11 items-center gap-3 px-4 py-1.5 hover:bg-hover"
              >
                <Link
                  to="/flows/$flowId/versions"
                  params={{ flowId: flow.id }}
                  className="min-w-0 flex-1 truncate font-medium after:absolute after:inset-0"
                >
                  {flow.name.slice(0, 300)}
                </Link>
                <VersionBadges flow={flow} />
                <TimeAgo at={flow.updatedAt} className="w-24 text-right text-ink-3" />
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </Page>
  );
}

function VersionBadges({ flow }: { flow: FlowSummary }) {
  const { published, changed, liveVersion } = flow;
  if (!published) return <Badge>never published</Badge>;
  return (
    <>
      {changed && <Badge tone="wait">unpublished changes</Badge>}
      {liveVersion === undefined ? (
        <Badge>off</Badge>
      ) : (
        <Badge tone="ok">version {liveVersion} live</Badge>
      )}
    </>
  );
}

function ToFlows() {
  return (
    <Link to="/flows" className={buttonClass('primary')}>
      To the flows
    </Link>
  );
}
