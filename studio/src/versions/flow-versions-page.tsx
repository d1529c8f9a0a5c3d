import { getFlow, type FlowSummary } from '@patchbay/shared/flows';
import { listVersions, type Version } from '@patchbay/shared/versions';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { useState } from 'react';

import { TakeOffFlow } from '#flows';
import { problemIn, useAtHome, useEndpoint } from '#lib';
import { buttonClass, EmptyState, Loading, Page, ProblemNote } from '#ui';

import { useVersionCommands } from './use-versions.ts';
import { VersionGraph } from './version-graph.tsx';
import { VersionRow } from './version-row.tsx';

/** The versions of one flow, newest first, each with its graph. */
export function FlowVersionsPage() {
  const { flowId } = useParams({ from: '/flows/$flowId/versions' });
  const { version } = useSearch({ from: '/flows/$flowId/versions' });
  const params = { id: flowId };
  const flow = useEndpoint(getFlow, { params });
  const versions = useEndpoint(listVersions, { params });
  const problem = problemIn(versions) ?? problemIn(flow);
  const items = versions.data?.items ?? [];
  const isAtHome = useAtHome(flow.data?.project);
  const chosen = version === undefined ? items[0]?.number : Number(version);
  if (flow.isPending || !isAtHome) return <Loading what="versions" />;
  return (
    <Page
      fill
      title={flow.data?.name.slice(0, 300) ?? 'Versions'}
      crumbs={
        <Link to="/versions" className="hover:underline">
          Versions
        </Link>
      }
      actions={
        <Link to="/flows/$flowId" params={{ flowId }} className={buttonClass()}>
          Open in the editor
        </Link>
      }
    >
      {versions.isPending && <Loading what="versions" />}
      {problem && (
        <ProblemNote
          problem={problem}
          onAgain={() => Promise.all([versions.refetch(), flow.refetch()])}
        />
      )}
      {versions.data && items.length === 0 && (
        <EmptyState icon={<History />} title="Nothing is published yet">
          Publish the draft from its canvas. Each publication is kept here with your note, and any
          can be set live again.
        </EmptyState>
      )}
      {items.length > 0 && (
        <div className="grid min-h-0 flex-1 grid-cols-[minmax(300px,2fr)_3fr] gap-4">
          {flow.data && <VersionList flow={flow.data} versions={items} chosen={chosen} />}
          {chosen !== undefined && <VersionGraph flowId={flowId} number={chosen} />}
        </div>
      )}
    </Page>
  );
}

interface VersionListProps {
  flow: FlowSummary;
  versions: Version[];
  chosen: number | undefined;
}

function VersionList({ flow, versions, chosen }: VersionListProps) {
  const commands = useVersionCommands(flow.id);
  const [isTakingOff, setTakingOff] = useState(false);
  return (
    <>
      <ol className="min-h-0 divide-y divide-line overflow-y-auto rounded-lg border border-line bg-panel">
        {versions.map((one) => (
          <VersionRow
            key={one.number}
            flowId={flow.id}
            version={one}
            chosen={one.number === chosen}
            commands={commands}
            onTakeOff={() => setTakingOff(true)}
          />
        ))}
      </ol>
      {isTakingOff && <TakeOffFlow flow={flow} onClose={() => setTakingOff(false)} />}
    </>
  );
}
