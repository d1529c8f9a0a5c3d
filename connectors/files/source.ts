import { z } from 'zod';

import { bytesOf, fileInput, invalidInput } from '#sdk';

const ENCODINGS = [
  'auto',
  'utf-8',
  'utf-16le',
  'windows-1252',
  'iso-8859-15',
  'shift_jis',
] as const;

/** What is read: a file of another step, or its text. */
export const sourceFields = {
  file: fileInput.optional().meta({
    title: 'File',
    description: 'The output of a step that gives a file. Leave it empty when the text is given.',
    'x-order': 1,
  }),
  text: z.string().optional().meta({
    title: 'Or its text',
    'x-multiline': true,
    'x-order': 2,
  }),
};

/** How the bytes of a text file are read. */
export const encodingField = z
  .enum(ENCODINGS)
  .default('auto')
  .meta({
    title: 'Characters',
    description: 'Automatic: by the mark at its beginning, else UTF-8.',
    'x-enumTitles': ['Automatic', 'UTF-8', 'UTF-16', 'Windows (Western)', 'Latin 9', 'Shift JIS'],
    'x-advanced': true,
    'x-order': 50,
  });

/** The source of a step: exactly one of both. */
export interface Source {
  file?: z.output<typeof fileInput>;
  text?: string;
}

/** The text of the source; `declared` may find the encoding that the file itself names. */
export function sourceText(
  { file, text }: Source,
  encoding: (typeof ENCODINGS)[number] = 'auto',
  declared: (start: string) => string | undefined = () => undefined,
): string {
  onlyOne({ file, text });
  if (!file) return withoutMark(text ?? '');
  const bytes = bytesOf(file);
  const start = bytes.subarray(0, 200).toString('latin1');
  const label = encoding === 'auto' ? (markOf(bytes) ?? declared(start) ?? 'utf-8') : encoding;
  return decode(bytes, label, file.name);
}

/** Throws unless one of file and text is there. */
export function onlyOne({ file, text }: Source): void {
  if ((file === undefined) === (text === undefined)) {
    throw invalidInput(file ? 'Both a file and a text are given.' : 'There is nothing to read.', {
      hint: 'Give the file, or its text, and leave the other empty.',
      field: 'file',
    });
  }
}

function markOf(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function decode(bytes: Buffer, label: string, name: string): string {
  const decoder = decoderFor(label);
  try {
    return decoder.decode(bytes);
  } catch {
    throw invalidInput(`The text of ${name} is not ${label.toUpperCase()}.`, {
      hint: 'Choose the characters it was written with; files of older Windows programs are often "Windows (Western)".',
      field: 'encoding',
    });
  }
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    throw invalidInput(`The file names an encoding that is not known: ${label}.`, {
      hint: 'Choose the characters yourself.',
      field: 'encoding',
    });
  }
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
