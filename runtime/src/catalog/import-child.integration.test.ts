import { afterEach, describe, expect, it } from 'vitest';

import { ImportChild } from './import-child.ts';

const TOO_MUCH = 'it takes too long or too much';
const document = (schema: string): string =>
  `{"openapi":"3.0.3","info":{"title":"Large"},"paths":{"/a":{"get":{"parameters":[{"name":"a","in":"query","schema":${schema}}]}}}}`;
const convert = (text: string) => ({ kind: 'convert', of: 'openapi', text }) as const;

describe('the process that reads documents', () => {
  let child: ImportChild;
  afterEach(() => child.close());

  it('takes a document of 50 MB, and the next', async () => {
    child = new ImportChild();
    const large = document(`{"description":"${'x'.repeat(50 * 1024 * 1024)}"}`);
    for (const text of [large, document('{}')])
      expect(await child.run(convert(text))).toMatchObject({
        hash: expect.any(String),
        findings: { format: 'OpenAPI 3.0.3' },
      });
  });

  it('ends alone over a document that fills its memory, and is replaced', async () => {
    child = new ImportChild({ deadlineMs: 60_000, heapMb: 64 });
    const bomb = document(`{"enum":[${'[{}],'.repeat(3_000_000)}0]}`);
    await expect(child.run(convert(bomb))).rejects.toThrow(TOO_MUCH);
    expect(await child.run(convert(document('{}')))).toMatchObject({ hash: expect.any(String) });
  });

  it('is ended with a document that takes too long', async () => {
    child = new ImportChild({ deadlineMs: 1500, heapMb: 1024 });
    const slow = `openapi: 3.0.3\nx: ${'- '.repeat(3_000_000)}`;
    await expect(child.run(convert(slow))).rejects.toThrow(TOO_MUCH);
  });
});
