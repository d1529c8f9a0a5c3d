import { CodeEditor } from '#form';

import type { Mapping } from './use-mapping.ts';

/** The whole text, to be typed. */
export function CodeView({ mapping }: { mapping: Mapping }) {
  const { text, onChange, document, problems } = mapping;
  return (
    <div className="flex h-full min-h-0 flex-col p-3">
      <CodeEditor
        label="Mapping"
        value={text}
        onChange={onChange}
        document={document}
        problems={problems}
        height="100%"
      />
    </div>
  );
}
