import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { DOCUMENT_CHARS, freeId, slugOf } from '@patchbay/connectors/sdk/openapi';
import { fail, toProblem, type JsonObject } from '@patchbay/shared/base';

import { record } from '#audit';
import type { Db, Em } from '#db';

import type { Catalogue } from './catalogue.ts';
import { ImportChild } from './import-child.ts';
import { installWhenNew, type ImportCtx, type InstallParts } from './import-connector.ts';
import { findVersion, keepDocument } from './import-store.ts';

/** How one document went; `words` say why it failed. */
export interface ImportedFile {
  file: string;
  id: string;
  outcome: 'new' | 'changed' | 'unchanged' | 'failed';
  version?: string;
  words?: string;
}

/** What is imported: a document, or all documents below a folder. */
export interface FileImport {
  path: string;
  /** Of a single document; else its file's name, within its folders. */
  id?: string;
  overlay?: JsonObject;
}

interface Parts {
  db: Db;
  catalogue: Catalogue;
  clock: () => number;
}

const ACTOR = { id: 'command-line', name: 'Command line' };
const KINDS = /\.(json|ya?ml)$/i;

/**
 * Installs OpenAPI documents, each in a transaction of its own: what can't be read is told and left
 * out. A document that was installed under its id before becomes the next version, if it differs.
 */
export async function* importFiles(
  parts: Parts,
  { path, id, overlay }: FileImport,
): AsyncGenerator<ImportedFile> {
  const documents = await documentsAt(path, id !== undefined);
  const child = new ImportChild();
  const taken: Record<string, true> = {};
  try {
    for (const { file, name } of documents) {
      const own = id ?? freeId(slugOf(name), taken);
      taken[own] = true;
      yield await importFile({ ...parts, runImport: child.run }, { file, id: own, overlay });
    }
  } finally {
    child.close();
  }
}

/** The documents at a path in a steady order, so that their ids stay; `name` is within the folder. */
async function documentsAt(
  path: string,
  isNamed: boolean,
): Promise<{ file: string; name: string }[]> {
  const found = await stat(path).catch(() => undefined);
  if (!found)
    return fail('not_found', `There is no file or folder ${path}.`, 'Give the path of one.');
  if (!found.isDirectory()) return [{ file: path, name: basename(path).replace(KINDS, '') }];
  if (isNamed)
    fail('invalid_input', 'An id is for one document, and that is a folder.', 'Leave it out.');
  const names = await readdir(path, { recursive: true });
  return names
    .filter((name) => KINDS.test(name))
    .toSorted()
    .map((name) => ({ file: join(path, name), name: name.replace(KINDS, '') }));
}

async function importFile(
  parts: Parts & InstallParts,
  { file, id, overlay }: { file: string; id: string; overlay: JsonObject | undefined },
): Promise<ImportedFile> {
  const { db, clock, runImport } = parts;
  try {
    const text = await readText(file);
    const { manifest, ...converted } = await runImport({ kind: 'convert', of: 'openapi', text });
    const before = await findVersion(db.query, id, 'latest');
    const laid = overlay ?? (JSON.parse(before?.overlay ?? '{}') as JsonObject);
    const { isNew, version } = await db.unit(async (em, query) => {
      await keepDocument(query, { manifest, ...converted }, { source: undefined, at: clock() });
      const ctx = { query, clock, actor: ACTOR, audit: auditIn(em, clock) };
      return installWhenNew(parts, ctx, { document: converted.hash, id, overlay: laid });
    });
    return { file, id, version, outcome: isNew ? (before ? 'changed' : 'new') : 'unchanged' };
  } catch (error) {
    const { message, hint } = toProblem(error);
    return { file, id, outcome: 'failed', words: `${message} ${hint}` };
  }
}

function auditIn(em: Em, clock: () => number): ImportCtx['audit'] {
  return (subject, details) =>
    record(em, { actor: ACTOR, action: 'catalog.installImport', subject, details, at: clock() });
}

async function readText(file: string): Promise<string> {
  const { size } = await stat(file);
  if (size > DOCUMENT_CHARS * 4)
    fail('too_large', 'The document is larger than 60 MB.', 'Send a part of it.');
  return readFile(file, 'utf8');
}
