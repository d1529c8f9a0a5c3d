import { emptyRunView } from '@patchbay/shared/runs';
import { getVersion } from '@patchbay/shared/versions';
import { useState } from 'react';

import { RunCanvas } from '#flows';
import { problemIn, useEndpoint } from '#lib';
import { Loading, ProblemNote } from '#ui';

const NO_RUN = emptyRunView();

interface VersionGraphProps {
  flowId: string;
  number: number;
}

/** What a version looks like. */
export function VersionGraph({ flowId, number }: VersionGraphProps) {
  const version = useEndpoint(
    getVersion,
    { params: { id: flowId, number } },
    { staleTime: Infinity },
  );
  const [selected, setSelected] = useState<string>();
  const problem = problemIn(version);
  return (
    <section
      aria-label={`The graph of version ${number}`}
      className="min-h-0 overflow-hidden rounded-lg border border-line bg-canvas"
    >
      {problem && <ProblemNote problem={problem} className="m-3" />}
      {version.isPending && <Loading what="the graph" />}
      {version.data && (
        <RunCanvas
          key={number}
          graph={version.data.graph}
          view={NO_RUN}
          selected={selected}
          onSelect={setSelected}
        />
      )}
    </section>
  );
}
