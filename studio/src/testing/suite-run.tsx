import { runTests } from '@patchbay/shared/testing';
import { listVersions } from '@patchbay/shared/versions';
import { Play, Square } from 'lucide-react';
import { useState } from 'react';

import { useMay } from '#access';
import { problemIn, useCommand, useEndpoint } from '#lib';
import { Button, ProblemNote, Select } from '#ui';

const DRAFT = 'draft';

/** Runs a whole suite: on the draft, or on a version with the tests it was published with. */
export function SuiteRun({ subject, onDone }: { subject: string; onDone: () => void }) {
  const mayRun = useMay('run.start');
  const run = useCommand(runTests, ['testing', 'connections', 'health']);
  const [on, setOn] = useState(DRAFT);
  const problem = problemIn(run);
  if (!mayRun) return null;
  const version = on === DRAFT ? undefined : Number(on);
  const start = (): void =>
    run.mutate({ params: { subject }, body: { version } }, { onSuccess: onDone });
  return (
    <>
      <VersionSelect subject={subject} value={on} onChange={setOn} />
      {run.isPending ? (
        <Button icon={<Square />} onClick={run.stop}>
          Stop
        </Button>
      ) : (
        <Button variant="primary" icon={<Play />} onClick={start}>
          Run all
        </Button>
      )}
      {problem && <ProblemNote problem={problem} className="basis-full" />}
    </>
  );
}

interface VersionSelectProps {
  subject: string;
  value: string;
  onChange: (value: string) => void;
}

function VersionSelect({ subject, ...select }: VersionSelectProps) {
  const [kind, id = ''] = subject.split(':');
  const query = { enabled: kind === 'flow' };
  const versions = useEndpoint(listVersions, { params: { id } }, query).data?.items ?? [];
  if (versions.length === 0) return null;
  const choices = versions.map(({ number, live }) => ({
    value: String(number),
    label: `Version ${number}${live ? ', live' : ''}`,
  }));
  return (
    <div className="w-40">
      <Select
        size="sm"
        aria-label="What the tests run on"
        choices={[{ value: DRAFT, label: 'The draft' }, ...choices]}
        {...select}
      />
    </div>
  );
}
