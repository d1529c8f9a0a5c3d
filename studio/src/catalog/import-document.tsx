import type { InputOf } from '@patchbay/shared/base';
import type { previewImport } from '@patchbay/shared/catalog';
import { FileUp, Link2 } from 'lucide-react';
import { useRef, useState } from 'react';

import { Button, Field, Input, Textarea } from '#ui';

/** What to look at: a document, or an MCP server. */
export type Source = Omit<InputOf<typeof previewImport>['body'], 'id'>;

export interface ImportSourceProps {
  isBusy: boolean;
  onLook: (source: Source) => void;
}

/** A document: by its address, as a file, or pasted. */
export function ImportDocument({ isBusy, onLook }: ImportSourceProps) {
  const [url, setUrl] = useState('');
  const [text, setText] = useState('');
  return (
    <form
      className="grid gap-3 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        onLook(url === '' ? { text } : { url });
      }}
    >
      <Field label="Address" help="Fetched by the server, without signing in.">
        {(control) => (
          <Input
            {...control}
            type="url"
            icon={<Link2 />}
            placeholder="https://example.com/openapi.json"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        )}
      </Field>
      <Field label="Or its text">
        {(control) => (
          <Textarea
            {...control}
            mono
            rows={4}
            placeholder="openapi: 3.1.0"
            value={text}
            disabled={url !== ''}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <SourceButtons isBusy={isBusy} isEmpty={url === '' && text === ''} onLook={onLook} />
    </form>
  );
}

interface SourceButtonsProps extends ImportSourceProps {
  isEmpty: boolean;
}

function SourceButtons({ isBusy, isEmpty, onLook }: SourceButtonsProps) {
  const file = useRef<HTMLInputElement>(null);
  const read = async (chosen: File | undefined): Promise<void> => {
    if (chosen) onLook({ text: await chosen.text() });
  };
  return (
    <div className="flex gap-2">
      <Button type="submit" variant="primary" disabled={isBusy || isEmpty}>
        Look at it
      </Button>
      <Button icon={<FileUp />} disabled={isBusy} onClick={() => file.current?.click()}>
        Choose a file…
      </Button>
      <input
        ref={file}
        type="file"
        hidden
        aria-label="OpenAPI file"
        accept=".json,.yaml,.yml,application/json"
        onChange={(event) => void read(event.target.files?.[0])}
      />
    </div>
  );
}
