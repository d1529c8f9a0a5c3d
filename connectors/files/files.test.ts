import type { Json, JsonObject } from '@patchbay/shared/base';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';

import { callAction, fileOf } from '#sdk';
import { createOutbound } from '#sdk/outbound';
import { openTestContext } from '#sdk/testing';

import { files } from './index.ts';

const outbound = createOutbound({ allowPrivate: [] });
afterAll(() => outbound.close());

function call(action: string, input: JsonObject): Promise<Json> {
  return callAction(files, action, openTestContext({ connector: files, outbound }, input));
}

function file(name: string, content: string | Uint8Array): JsonObject {
  return { ...fileOf(name, typeof content === 'string' ? Buffer.from(content) : content) };
}

async function failure(action: string, input: JsonObject): Promise<string> {
  const error: unknown = await call(action, input).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    problem: { code: 'invalid_input', hint: expect.stringMatching(/\w/) },
  });
  return (error as Error).message;
}

describe('the samples', () => {
  const shown = Object.entries(files.manifest.actions).filter(
    ([name, { sampleOutput }]) => sampleOutput !== undefined && name !== 'readExcel',
  );
  it.each(shown)('of %s give what the manifest shows', async (name, { sample, sampleOutput }) => {
    expect(await call(name, sample as JsonObject)).toEqual(sampleOutput);
  });
});

describe('CSV', () => {
  it.each([
    ['semicolons', 'a;b\n1,5;2\n', { a: '1,5', b: '2' }],
    ['tabs and Windows lines', 'a\tb\r\n1\t2\r\n', { a: '1', b: '2' }],
    ['quotes, with lines in cells', 'a,b\n"x, ""y""\nz",2\n', { a: 'x, "y"\nz', b: '2' }],
    ['empty and repeated names', 'a,,a\n1,2,3\n', { a: '1', column2: '2', a_2: '3' }],
    ['a mark at its beginning', '\uFEFFa\n1\n', { a: '1' }],
  ])('is read with %s', async (_name, text, row) => {
    expect(await call('readCsv', { text })).toMatchObject({ rows: [row], truncated: false });
    expect(await call('readCsv', { file: file('x.csv', text) })).toMatchObject({ rows: [row] });
  });

  it('recognises only what can be written back', async () => {
    const text = 'a,b,c,d\n1.5,007,true,1e999\n';
    expect(await call('readCsv', { text, recognise: true })).toMatchObject({
      rows: [{ a: 1.5, b: '007', c: true, d: '1e999' }],
    });
  });

  it('stops at the number of rows that are wanted', async () => {
    const answer = await call('readCsv', { text: 'a\n1\n2\n3\n', maxRows: 2 });
    expect(answer).toMatchObject({ count: 2, truncated: true });
    expect(await call('readCsv', { text: 'a\n1\n2\n', maxRows: 2, header: false })).toMatchObject({
      rows: [['a'], ['1']],
      truncated: true,
    });
  });

  it('reads older encodings, and says when the encoding is another', async () => {
    const latin = file('x.csv', Buffer.from('name\nZo\xeb\n', 'latin1'));
    expect(await call('readCsv', { file: latin, encoding: 'windows-1252' })).toMatchObject({
      rows: [{ name: 'Zoë' }],
    });
    expect(await failure('readCsv', { file: latin })).toContain('not UTF-8');
  });

  it.each([
    ['a,b\n1\n', 'Line 2 of the file does not have as many cells'],
    ['a,b\n"x\ny",2\n\n1\n', 'Line 5 of the file does not have as many cells'],
    ['a,b\n"1,2\n', 'not proper CSV'],
  ])('names the line that is wrong in %j', async (text, words) => {
    expect(await failure('readCsv', { text })).toContain(words);
  });

  it('makes formulas harmless unless told not to', async () => {
    const rows = [{ a: '=1+1', b: -2 }];
    expect(textOf(await call('writeCsv', { rows }))).toBe("a,b\n'=1+1,-2\n");
    expect(textOf(await call('writeCsv', { rows, harmless: false }))).toBe('a,b\n=1+1,-2\n');
  });

  it('reads back any rows that it wrote', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 });
    const row = fc.record({ a: cell, 'b "c"': cell, 'd;e': cell });
    const separators = fc.constantFrom('comma', 'semicolon', 'tab', 'pipe');
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1 }), separators, async (rows, separator) => {
        const written = await call('writeCsv', { rows, separator, harmless: false });
        const read = await call('readCsv', { file: written, separator });
        expect(read).toMatchObject({ rows });
      }),
      { numRuns: 60 },
    );
  });
});

describe('Excel', () => {
  it('is read back as it was written', async () => {
    const rows = [
      { name: 'Zoë & <b>', age: 36.5, member: true, note: null },
      { name: '=1+1', age: -1, member: false, note: 'two\nlines' },
    ];
    const written = await call('writeExcel', { rows, sheet: 'People' });
    expect(written).toMatchObject({
      name: 'table.xlsx',
      type: expect.stringContaining('spreadsheet'),
    });
    expect(await call('readExcel', { file: written })).toEqual({
      sheet: 'People',
      sheets: ['People'],
      columns: ['name', 'age', 'member', 'note'],
      rows,
      count: 2,
      truncated: false,
    });
    expect(await failure('readExcel', { file: written, sheet: 'Pets' })).toContain('"Pets"');
  });

  it.each([
    ['no zip', 'name,city\n'],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('a') })],
    ['half a workbook', zipSync({ 'xl/workbook.xml': strToU8('<workbook>') })],
  ])('says that %s is no workbook', async (_name, content) => {
    const words = await failure('readExcel', { file: file('x.xlsx', content) });
    expect(words).toContain('not an Excel workbook');
  });

  it.each([
    ['says so', 200 * 1024 * 1024, 'too large'],
    ['hides it', 10, 'not an Excel workbook'],
  ])('refuses a zip bomb that %s', async (_name, declared, words) => {
    const bomb = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(1_000_000) }));
    bomb.writeUInt32LE(declared, bomb.indexOf('PK\x01\x02') + 24);
    expect(await failure('readExcel', { file: file('x.xlsx', bomb) })).toContain(words);
  });

  it('refuses a sheet with a single cell far out', async () => {
    const sheet = '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"/></row></sheetData>';
    const far = zipSync({ 'xl/worksheets/sheet1.xml': strToU8(sheet) });
    expect(await failure('readExcel', { file: file('x.xlsx', far) })).toContain('too large');
  });
});

describe('XML', () => {
  it('is read with attributes, lists, entities and the encoding that it names', async () => {
    const text =
      '<?xml version="1.0" encoding="ISO-8859-1"?><a:o n="1"><p>Zo\xeb &amp; &#233;</p></a:o>';
    const input = { file: file('x.xml', Buffer.from(text, 'latin1')), lists: ['p'] };
    expect(await call('readXml', { ...input, withoutPrefixes: true })).toEqual({
      document: { o: { '@n': '1', p: ['Zoë & é'] } },
    });
  });

  it.each([
    ['<a><b></a>', 'not well-formed'],
    ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'defines entities'],
    ['<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'defines entities'],
    ['<a>'.repeat(5000) + '</a>'.repeat(5000), 'not well-formed'],
    ['not xml', 'not well-formed'],
    ['', 'not well-formed'],
  ])('is refused as %s', async (text, words) => {
    expect(await failure('readXml', { text })).toContain(words);
  });

  it('is read back as it was written', async () => {
    const document = {
      order: {
        '@id': '7',
        line: ['Tea & <milk>', '"quoted"'],
        note: { '#text': 'x', '@lang': 'en' },
      },
    };
    const written = await call('writeXml', { document });
    expect(await call('readXml', { file: written })).toEqual({ document });
  });

  it.each([[{}], [{ a: 1, b: 2 }], [{ a: [1, 2] }], [{ 'no name': 1 }]])(
    'is not written from %j',
    async (document) => {
      expect(await failure('writeXml', { document })).toMatch(/XML/);
    },
  );
});

describe('JSON', () => {
  it('is read and written, one value a line too', async () => {
    const value = [{ a: 1 }, 'two', null];
    const written = await call('writeJson', { value, layout: 'lines' });
    expect(textOf(written)).toBe('{"a":1}\n"two"\nnull\n');
    expect(await call('readJson', { file: written, lines: true })).toEqual({ value });
    expect(await failure('readJson', { text: '{"a":1}\nx', lines: true })).toContain('Line 2');
  });
});

describe('a source', () => {
  it('is a file or a text, not both and not none', async () => {
    expect(await failure('readJson', {})).toContain('nothing to read');
    expect(await failure('readJson', { text: '1', file: file('x', '1') })).toContain('Both');
    expect(await failure('readJson', { file: { name: 'x', base64: '%%' } })).toContain('base64');
  });
});

function textOf(value: Json): string {
  return Buffer.from((value as { base64: string }).base64, 'base64').toString();
}
