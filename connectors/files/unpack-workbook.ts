import { strFromU8, type UnzipFileInfo, unzipSync, zipSync } from 'fflate';

import { invalidInput } from '#sdk';

const MOST_BYTES = 100 * 1024 * 1024;
const MOST_ENTRIES = 2000;
const MOST_CELLS = 2_000_000;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
// What a sheet is made of; pictures and the like are never unpacked.
const NEEDED = /^(\[Content_Types\]\.xml|_rels\/|xl\/[^/]+\.xml$|xl\/_rels\/|xl\/worksheets\/)/;

/**
 * A workbook (a zip) that is safe to read: packed again without compression and only after its parts
 * proved to be of a bounded size, so that neither a zip bomb nor a cell far out can fill the memory.
 */
export function safeWorkbook(bytes: Uint8Array): Buffer {
  const parts = unpack(bytes);
  for (const [name, part] of Object.entries(parts)) {
    if (SHEET.test(name) && cellCount(strFromU8(part)) > MOST_CELLS) throw tooLarge();
  }
  return Buffer.from(zipSync(parts, { level: 0 }));
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let entries = 0;
  let total = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    if (!NEEDED.test(name)) return false;
    total += originalSize;
    if (++entries > MOST_ENTRIES || total > MOST_BYTES) throw tooLarge();
    return true;
  };
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof Error && 'problem' in error) throw error;
    throw notAWorkbook();
  }
}

// A single cell at XFD1048576 makes every reader think of a table of seventeen billion.
function cellCount(sheet: string): number {
  let columns = 0;
  let rows = 0;
  for (const [, letters = '', digits = ''] of sheet.matchAll(/\br="([A-Z]{0,4})(\d{1,9})"/g)) {
    rows = Math.max(rows, Number(digits));
    columns = Math.max(columns, columnNumber(letters));
  }
  return columns * rows;
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** The error of a file that is no .xlsx workbook. */
export function notAWorkbook(): ReturnType<typeof invalidInput> {
  return invalidInput('The file is not an Excel workbook (.xlsx).', {
    hint: 'Older .xls files must be saved as .xlsx first; a CSV file is read with "Read a CSV file".',
    field: 'file',
  });
}

function tooLarge(): ReturnType<typeof invalidInput> {
  return invalidInput('The workbook is too large once it is unpacked.', {
    hint: 'Up to 100 MB and two million cells a sheet can be read. Remove what is not needed, or export CSV.',
    field: 'file',
  });
}
