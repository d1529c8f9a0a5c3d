import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { readMcpServers } from './read-mcp-servers.ts';

const folder = mkdtempSync(join(tmpdir(), 'patchbay-mcp-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(text: string): string {
  const file = join(folder, 'servers.json');
  writeFileSync(file, text);
  return file;
}

describe("the operator's list of MCP servers", () => {
  it('names programs with what they are given, and is empty without a file', () => {
    const files = { command: 'npx', args: ['-y', 'server'], env: { ROOT: '/srv' }, cwd: '/srv' };
    expect(readMcpServers(fileOf(JSON.stringify({ files })))).toEqual({ files });
    expect(readMcpServers(undefined)).toEqual({});
  });

  it.each([
    ['not JSON', "can't be read"],
    ['[]', 'is not right at its top'],
    ['{ "a": { "args": [] } }', 'is not right at a.command'],
    ['{ "a": { "command": "x", "shell": true } }', 'is not right at a'],
    ['{ "a b": { "command": "x" } }', 'is not right at a b'],
  ])('stops the start in words: %s', (text, words) => {
    expect(() => readMcpServers(fileOf(text))).toThrow(words);
  });

  it('stops the start when the file is not there', () => {
    expect(() => readMcpServers(join(folder, 'absent.json'))).toThrow("can't be read");
  });
});
