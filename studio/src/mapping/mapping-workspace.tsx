import { SquareFunction, X } from 'lucide-react';
import { useCallback, useState, type KeyboardEvent, type ReactNode } from 'react';

import type { InsertCall } from '#form';
import { isTextField } from '#lib';
import { IconButton, Locked } from '#ui';

import { CodeView } from './code-view.tsx';
import { FindingsSummary } from './findings-list.tsx';
import { FunctionHelp } from './function-help.tsx';
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

/** Escape leaves the field that is typed in first; the next one closes the mapping. */
function leave(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  if (isTextField(event.target)) event.currentTarget.focus();
  else close();
}

/** A step's input at full width: one text as form, lines or code, with its result beside it. */
export function MappingWorkspace(props: MappingWorkspaceProps) {
  const { title, view, onView, onClose, form, sample } = props;
  const mapping = useMapping(props);
  const [isHelping, setHelping] = useState(false);
  const [insert, setInsert] = useState<{ call: InsertCall }>();
  const onReady = useCallback((call: InsertCall | undefined) => setInsert(call && { call }), []);
  return (
    <section
      data-region="mapping"
      aria-label={`Mapping of ${title}`}
      tabIndex={-1}
      className="absolute inset-0 z-30 flex flex-col bg-panel outline-none"
      onKeyDown={(event) => leave(event, onClose)}
    >
      <header className="flex h-12 shrink-0 items-center gap-3 border-b border-line px-4">
        <h2 className="min-w-0 truncate text-lg font-semibold">{title}</h2>
        <ViewSwitch view={view} onView={onView} hasForm={form !== undefined} />
        <span className="ml-auto flex min-w-0 items-center gap-2">{sample}</span>
        <IconButton label="Functions" pressed={isHelping} onClick={() => setHelping(!isHelping)}>
          <SquareFunction />
        </IconButton>
        <IconButton label="Close the mapping" onClick={onClose}>
          <X />
        </IconButton>
      </header>
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,2.4fr)_minmax(260px,1fr)] *:min-h-0">
        <div className="flex flex-col">
          <div className="min-h-0 flex-1">
            {view === 'lines' ? (
              <MapperView mapping={mapping} />
            ) : view === 'code' ? (
              <CodeView mapping={mapping} onReady={onReady} />
            ) : (
              <div className="h-full overflow-auto p-4">
                <div className="mx-auto max-w-180">
                  <Locked when={props.isReadOnly ?? false}>{form}</Locked>
                </div>
              </div>
            )}
          </div>
          <div className="shrink-0 border-t border-line px-3 py-1.5 empty:hidden">
            <FindingsSummary findings={mapping.findings} />
          </div>
        </div>
        <div className="flex flex-col *:min-h-0 *:flex-1">
          {isHelping && (
            <FunctionHelp
              insert={props.isReadOnly ? undefined : insert?.call}
              onClose={() => setHelping(false)}
            />
          )}
          <ResultPane mapping={mapping} />
        </div>
      </div>
    </section>
  );
}
