import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { describe, expect, it } from 'vitest';

const ROOT = dirname(import.meta.dirname);
const ROOMS = 'audit access catalog connections mapping flows versions runs testing health'.split(
  ' ',
);
const PLUMBING: Record<string, string[]> = {
  shared: ['base'],
  runtime: ['lib', 'db', 'queue', 'http', 'engine'],
  studio: ['lib', 'ui', 'form'],
};
const FLOORS = Object.keys(PLUMBING);
const WORKSPACES = [...FLOORS, 'connectors', 'e2e'];
const FILES = `.ci .dockerignore .git .gitignore .npmrc .oxfmtrc.json .oxlintrc.json
  CONTRIBUTING.md Dockerfile LICENSE README.md SECURITY.md docker-compose.yml knip.json
  package-lock.json package.json tsconfig.json vitest.config.ts`.split(/\s+/);
// What tools leave behind and git ignores.
const LEFT_BEHIND = ['.env', 'data', 'dist', 'node_modules', 'test-results'];
const PARENT_IMPORT = /(?:\bfrom|\bimport|\bimport\(|\brequire\()\s*['"][^'"\n]*\.\.[/'"]/;

// A connector's libraries are loaded at its first use; these are small, or pure functions.
const AT_START = /^(node:|#|@patchbay\/|zod$|papaparse$|fast-xml-parser$|fflate$|aws4fetch$)/;
const IMPORTS = /^import (?!type )[^;]*?from '([^.'][^']*)'/gm;

function folders(path: string): string[] {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

// git does not know an empty folder, so neither do we.
function isEmpty(path: string): boolean {
  return readdirSync(path).length === 0;
}

// What only tests use.
function isRig(name: string): boolean {
  return /\/test-[a-z-]+\.ts$|\.d\.ts$/.test(name);
}

function sources(path: string): string[] {
  const kept = (name: string): boolean => !['node_modules', 'dist', 'data'].includes(name);
  const here = readdirSync(path).filter((name) => /\.tsx?$/.test(name));
  const below = folders(path).filter(kept);
  return [
    ...here.map((name) => join(path, name)),
    ...below.flatMap((name) => sources(join(path, name))),
  ];
}

const files = WORKSPACES.flatMap((name) => sources(join(ROOT, name))).map((path) => {
  const text = readFileSync(path, 'utf8');
  return { name: relative(ROOT, path), text, lines: text.split('\n').length - 1 };
});

describe('the house', () => {
  it.each(FLOORS)('has only rooms and known plumbing on the floor %s', (floor) => {
    const known = [...ROOMS, ...(PLUMBING[floor] ?? [])];
    const strangers = folders(join(ROOT, floor, 'src')).filter((name) => !known.includes(name));
    expect(strangers).toEqual([]);
  });

  it.each(FLOORS)('has one door in every room on the floor %s', (floor) => {
    const rooms = folders(join(ROOT, floor, 'src')).filter(
      (room) => !isEmpty(join(ROOT, floor, 'src', room)),
    );
    const doors = rooms.map((room) => {
      const entries = readdirSync(join(ROOT, floor, 'src', room));
      return { room, doors: entries.filter((name) => /^index\.tsx?$/.test(name)).length };
    });
    expect(doors.filter(({ doors: count }) => count !== 1)).toEqual([]);
  });

  it('never climbs to a parent folder in an import', () => {
    const climbing = files.filter(({ text }) => PARENT_IMPORT.test(text));
    expect(climbing.map(({ name }) => name)).toEqual([]);
  });

  it('starts without the client libraries of its connectors', () => {
    const own = files.filter(({ name }) => /^connectors\/(?!sdk\/).*(?<!test)\.ts$/.test(name));
    const eager = own.flatMap(({ name, text }) =>
      [...text.matchAll(IMPORTS)].map(([, library = '']) => ({ name, library })),
    );
    const clients = eager.filter(({ name, library }) => !AT_START.test(library) && !isRig(name));
    expect(clients).toEqual([]);
  });

  it('keeps its files short: a median of at most 80 lines', () => {
    const lengths = files.map(({ lines }) => lines).toSorted((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(80);
  });

  it('has no file over 300 lines', () => {
    expect(files.filter(({ lines }) => lines > 300).map(({ name }) => name)).toEqual([]);
  });

  it('keeps its top level to the workspaces and the files of the tools', () => {
    const known = [...WORKSPACES, ...FILES, ...LEFT_BEHIND];
    const strangers = readdirSync(ROOT).filter((name) => !known.includes(name));
    expect(strangers.filter((name) => !name.endsWith('.log'))).toEqual([]);
  });
});
