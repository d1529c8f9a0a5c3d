import { Check, Copy } from 'lucide-react';
import { useState } from 'react';

import { copyText } from '#lib';

import { IconButton } from './icon-button.tsx';

/** A text to take along, with a button that copies it. */
export function CopyLine({ label, text }: { label: string; text: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    setCopied(await copyText(text));
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <div>
      <p className="mb-1 font-medium text-ink-2">{label}</p>
      <div className="flex items-center gap-1 rounded-md border border-line bg-sunken pl-2.5">
        <code className="min-w-0 flex-1 truncate font-mono text-sm" title={text}>
          {text}
        </code>
        <IconButton label={copied ? 'Copied' : 'Copy'} onClick={() => void copy()}>
          {copied ? <Check /> : <Copy />}
        </IconButton>
      </div>
    </div>
  );
}
