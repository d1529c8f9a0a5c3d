import { formatText } from '@patchbay/shared/mapping';
import { AlignLeft } from 'lucide-react';
import { useCallback } from 'react';

import { CodeEditor, type InsertCall } from '#form';
import { Button, Locked } from '#ui';

import { explainCode } from './explain-code.ts';
import type { Mapping } from './use-mapping.ts';

interface CodeViewProps {
  mapping: Mapping;
  /** As of the code editor. */
  onReady: (insert: InsertCall | undefined) => void;
}

/** The whole text, to be typed. */
export function CodeView({ mapping, onReady }: CodeViewProps) {
  const { text, onChange, document, problems, target, onRenameStep } = mapping;
  const explain = useCallback(
    (offset: number) => explainCode(text, target, document, offset),
    [text, target, document],
  );
  return (
    <div className="flex h-full min-h-0 flex-col gap-2 p-3">
      {!mapping.isReadOnly && (
        <div className="flex items-center gap-2">
          <Button size="sm" icon={<AlignLeft />} onClick={() => onChange(formatText(text))}>
            Format
          </Button>
          <p className="truncate text-sm text-ink-3">
            Ctrl Space completes, F2 on a step’s name renames it everywhere. Comments stay.
          </p>
        </div>
      )}
      <div className="min-h-0 flex-1">
        <Locked when={mapping.isReadOnly ?? false}>
          <CodeEditor
            label="Mapping"
            value={text}
            onChange={onChange}
            document={document}
            documentType={mapping.documentType}
            problems={problems}
            findings={mapping.findings}
            onReady={onReady}
            explain={explain}
            onRenameStep={onRenameStep}
            height="100%"
          />
        </Locked>
      </div>
    </div>
  );
}
