import { X } from 'lucide-react';
import type { ReactNode } from 'react';

import { IconButton } from '#ui';

import { CodeView } from './code-view.tsx';
import { MapperView } from './mapper-view.tsx';
import { ResultPane } from './result-pane.tsx';
import { useMapping, type MappingSource } from './use-mapping.ts';
import { ViewSwitch, type MappingView } from './view-switch.tsx';

export interface MappingWorkspaceProps extends MappingSource {
  /** What is mapped: "Create invoice". */
  title: string;
  view: MappingView;
  onView: (view: MappingView) => void;
  onClose: () => void;
  /** The form over the same text, drawn by whoever knows its options. */
  form?: ReactNode;
  /** Chooses the sample. */
  sample?: ReactNode;
}

/** A step's input at full width: one text as form, lines or code, with its result beside it. */
export function MappingWorkspace(props: MappingWorkspaceProps) {
  const { title, view, onView, onClose, form, sample } = props;
  const mapping = useMapping(props);
  return (
    <section
      data-region="mapping"
      aria-label={`Mapping of ${title}`}
      className="absolute inset-0 z-30 flex flex-col bg-panel"
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
    >
      <header className="flex h-12 shrink-0 items-center gap-3 border-b border-line px-4">
        <h2 className="min-w-0 truncate text-lg font-semibold">{title}</h2>
        <ViewSwitch view={view} onView={onView} hasForm={form !== undefined} />
        <span className="ml-auto flex min-w-0 items-center gap-2">{sample}</span>
        <IconButton label="Close the mapping" onClick={onClose}>
          <X />
        </IconButton>
      </header>
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,2.4fr)_minmax(260px,1fr)] *:min-h-0">
        {view === 'lines' ? (
          <MapperView mapping={mapping} />
        ) : view === 'code' ? (
          <CodeView mapping={mapping} />
        ) : (
          <div className="min-h-0 overflow-auto p-4">
            <div className="mx-auto max-w-180">{form}</div>
          </div>
        )}
        <ResultPane mapping={mapping} />
      </div>
    </section>
  );
}
