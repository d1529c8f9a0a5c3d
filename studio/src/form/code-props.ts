import type { Problem } from '@patchbay/shared/base';
import type { Finding, Type } from '@patchbay/shared/mapping';

/** Words on a part of a text, as Markdown lines. */
export interface Explanation {
  start: number;
  end: number;
  lines: string[];
}

/** Writes the call of a function at the caret, around what is selected. */
export type InsertCall = (name: string) => void;

export interface CodeEditorProps {
  /** What it is, for screen readers. */
  label: string;
  value: string;
  onChange: (text: string) => void;
  /** `jsonata` (default), `json`, `sql`, `javascript`, `html`, `xml`, `markdown`, or plain text. */
  language?: string;
  /** Sample data whose fields JSONata completion offers. */
  document?: unknown;
  /** What is known of that document besides; its fields are offered too. */
  documentType?: Type;
  /** Marks beside those of the parser; `at.offset` says where. */
  problems?: Problem[];
  /** What a person should look at, underlined from start to end. */
  findings?: readonly Finding[];
  /** Told how to write into it once it stands, and undefined when it goes; always the same function. */
  onReady?: (insert: InsertCall | undefined) => void;
  /** Words on what stands at an offset of the text, shown when one points at it. */
  explain?: (offset: number) => Explanation | undefined;
  /** Renames the step an expression calls by `key`; a text says why not. */
  onRenameStep?: (key: string, next: string) => string | undefined;
  /** In px, or any CSS length. */
  height?: number | string;
  readOnly?: boolean;
}
