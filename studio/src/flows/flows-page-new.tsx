import { FileUp, Plus } from 'lucide-react';
import { useRef } from 'react';

import { lazyPart } from '#lib';
import { Button, Menu } from '#ui';

import { useImportFlow } from './flows-page-commands.ts';
import { STARTING_POINTS, useStartFrom } from './flows-page-starting-points.ts';

const MatchConnections = lazyPart(
  async () => (await import('./flows-page-match.tsx')).MatchConnections,
  '',
);

/** The buttons that make a flow: new, from a starting point, from a file. */
export function NewFlow({ folder }: { folder?: string }) {
  const start = useStartFrom();
  const { load, asking, answer, forget } = useImportFlow();
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        aria-label="Flow file to import"
        className="hidden"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen) void load(chosen);
          event.target.value = '';
        }}
      />
      {asking && <MatchConnections asking={asking} onAnswer={answer} onClose={forget} />}
      <Button icon={<FileUp />} onClick={() => file.current?.click()}>
        Import
      </Button>
      <Menu
        trigger={
          <Button variant="primary" icon={<Plus />}>
            New flow
          </Button>
        }
        items={STARTING_POINTS.toReversed().map((point) => ({
          label: point.name,
          onSelect: () => void start(point, folder),
        }))}
      />
    </>
  );
}
