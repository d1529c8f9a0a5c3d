import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { Catalogue } from './catalogue.ts';
import { readOverlays } from './read-overlays.ts';

const none = async () => [];
const folder = mkdtempSync(join(tmpdir(), 'patchbay-overlays-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(text: string): string {
  const file = join(folder, 'overlays.json');
  writeFileSync(file, text);
  return file;
}

describe('the overlays of an operator', () => {
  it('change the manifests of connectors, and leave the rest as it is', async () => {
    const overlays = readOverlays(
      fileOf('{ "http": { "network": { "allowedHosts": ["http://127.0.0.1:4010"] } } }'),
    );
    const catalogue = new Catalogue(overlays);
    const { manifest } = await catalogue.find(none, 'http', 'latest');
    const { manifest: before } = await new Catalogue().find(none, 'http', 'latest');
    expect(manifest).toEqual({
      ...before,
      network: { ...before.network, allowedHosts: ['http://127.0.0.1:4010'] },
    });
  });

  it('are none when no file is named', () => {
    expect(readOverlays(undefined)).toEqual({});
  });

  it.each([
    ['not JSON', "can't be read"],
    ['[]', 'holds no JSON object'],
    ['{ "no-such": {} }', 'names "no-such", and there is no such connector'],
    ['{ "http": 1 }', 'must have an object for "http"'],
    ['{ "http": { "auth": [] } }', 'not right at auth'],
  ])('stop the start in words: %s', (text, words) => {
    expect(() => readOverlays(fileOf(text))).toThrow(words);
  });

  it('stop the start when the file is not there', () => {
    expect(() => readOverlays(join(folder, 'absent.json'))).toThrow("can't be read");
  });
});
