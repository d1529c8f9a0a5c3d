import type { Problem } from '@patchbay/shared/base';

export interface CodeEditorProps {
  /** What it is, for screen readers. */
  label: string;
  value: string;
  onChange: (text: string) => void;
  /** `jsonata` (default), `json`, `sql`, `javascript`, `html`, `xml`, `markdown`, or plain text. */
  language?: string;
  /** Sample data whose fields JSONata completion offers. */
  document?: unknown;
  /** Marks beside those of the parser; `at.offset` says where. */
  problems?: Problem[];
  /** In px, or any CSS length. */
  height?: number | string;
  readOnly?: boolean;
}
