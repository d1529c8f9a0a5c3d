import type { ToolListing } from '@patchbay/connectors/sdk';
import { fail, type InputOf, type Json, type JsonObject } from '@patchbay/shared/base';
import {
  summariseChanges,
  type Change,
  type ConnectorManifest,
  type Findings,
  type ImportPreview,
  type previewImport as endpoint,
} from '@patchbay/shared/catalog';

import type { Query } from '#db';
import type { Ctx } from '#http';

import type { Catalogue } from './catalogue.ts';
import type { RunImport } from './import-child.ts';
import type { LayResult } from './import-process.ts';
import { readSource, type CatalogOutbound } from './import-source.ts';
import {
  findDocument,
  findVersion,
  forgetDocuments,
  keepDocument,
  manifestOf,
  type DocumentRow,
} from './import-store.ts';

export interface ImportParts {
  catalogue: Catalogue;
  outbound: CatalogOutbound;
  /** Asks an MCP server for its tools with a connection; the room above owns those. */
  askServer(ctx: Pick<Ctx, 'em' | 'actor' | 'project'>, connection: string): Promise<ToolListing>;
  /** Where documents are worked on. */
  runImport: RunImport;
}

/** What an installation needs of it. */
export type InstallParts = Pick<ImportParts, 'catalogue' | 'runImport'>;

/** Who imports, and the transaction it happens in. */
export type ImportCtx = Pick<Ctx, 'query' | 'clock'> & {
  actor: Pick<Ctx['actor'], 'id' | 'name'>;
  audit: (subject: string, details: Record<string, Json>) => void;
};

/** Changes kept with a release; more are counted in its notes. */
const MOST_CHANGES = 500;

/** Reads a document and says what it would become. Nothing is installed. */
export async function previewImport(
  parts: ImportParts,
  ctx: Pick<Ctx, 'query' | 'clock' | 'em' | 'actor' | 'project'>,
  ask: InputOf<typeof endpoint>['body'],
): Promise<ImportPreview> {
  const {
    kind: of,
    text,
    source,
  } = await readSource(parts.outbound, ask, (connection) => parts.askServer(ctx, connection));
  const converted = await parts.runImport({ kind: 'convert', of, text, source });
  await forgetDocuments(ctx.query, ctx.clock());
  await keepDocument(ctx.query, converted, { source, at: ctx.clock() });
  return viewDocument(parts, ctx.query, {
    document: await findDocument(ctx.query, converted.hash),
    id: ask.id,
  });
}

/** A document as a preview shows it, against what is installed under the id. */
export async function viewDocument(
  parts: ImportParts,
  query: Query,
  { document, id: wanted }: { document: DocumentRow; id?: string },
): Promise<ImportPreview> {
  const manifest = JSON.parse(document.manifest) as ConnectorManifest;
  const id = wanted ?? manifest.id;
  const { name, description, categories, network, config, auth, docsUrl, origin } = manifest;
  return {
    document: document.hash,
    ...(document.source && { source: document.source }),
    manifest: { id, name, description, categories, network, config, auth, docsUrl, origin },
    actions: Object.entries(manifest.actions).map(([key, action]) => ({
      id: key,
      title: action.title,
      call: action.http ? `${action.http.method} ${action.http.path}` : (action.tool?.name ?? key),
      tags: action.tags,
      reads: action.effects.reads,
    })),
    findings: JSON.parse(document.findings) as Findings,
    installed: await installedAs(parts, query, { id, base: document.manifest }),
  };
}

async function installedAs(
  { catalogue, runImport }: ImportParts,
  query: Query,
  { id, base }: { id: string; base: string },
): Promise<ImportPreview['installed']> {
  if (catalogue.isBuiltIn(id)) {
    const { manifest } = await catalogue.find(query, id, 'latest');
    return { version: manifest.version, builtIn: true, overlay: {}, changes: [] };
  }
  const row = await findVersion(query, id, 'latest');
  if (!row) return undefined;
  const overlay = JSON.parse(row.overlay) as JsonObject;
  const before = JSON.stringify(await manifestOf(query, row));
  const laid = await runImport({ kind: 'lay', base, before, overlay, id });
  return {
    version: row.version,
    builtIn: false,
    overlay,
    changes: laid.changes.slice(0, MOST_CHANGES),
    ...(laid.changes.length > 0 && { next: laid.version }),
  };
}

/** What is to be installed: a document that was kept, under an id, with an overlay. */
export interface Wanted {
  document: string;
  id: string;
  overlay: JsonObject;
}

/** Installs a document with an overlay: the first version of a connector, or the one that follows. */
export async function installImport(
  parts: InstallParts,
  ctx: ImportCtx,
  wanted: Wanted,
): Promise<{ id: string; version: string; changes: Change[] }> {
  const { isNew, ...made } = await installWhenNew(parts, ctx, wanted);
  if (isNew) return made;
  return fail('conflict', `Nothing differs from version ${made.version}.`, {
    hint: 'There is nothing to install. Change the overlay, or import another document.',
  });
}

/** The same, for whom it is no mistake that nothing differs. */
export async function installWhenNew(
  { catalogue, runImport }: InstallParts,
  ctx: ImportCtx,
  { document: hash, id, overlay }: Wanted,
): Promise<{ id: string; version: string; changes: Change[]; isNew: boolean }> {
  if (catalogue.isBuiltIn(id))
    fail('conflict', `"${id}" is a connector of Patchbay itself.`, 'Give the import another id.');
  const { query } = ctx;
  const document = await findDocument(query, hash);
  const row = await findVersion(query, id, 'latest');
  const before = row && JSON.stringify(await manifestOf(query, row));
  const laid = await runImport({ kind: 'lay', base: document.manifest, before, overlay, id });
  const { version, changes } = laid;
  if (row && changes.length === 0) return { id, version, changes, isNew: false };
  // The tools of a server that wants a sign-in first come with the next look.
  const isServer = laid.summary.origin === 'mcp' && Object.keys(overlay.actions ?? {}).length === 0;
  if (laid.summary.actions.length === 0 && !isServer)
    fail('invalid_input', 'There is no action to install.', {
      hint: 'The document describes no request, or its overlay hides them all.',
    });
  const at = Math.max(ctx.clock(), (row?.at ?? 0) + 1);
  await insertVersion(ctx, { ...laid, id, hash, overlay, at });
  ctx.audit(`connector:${id}`, { version, changes: changes.length });
  return { id, version, changes: changes.slice(0, MOST_CHANGES), isNew: true };
}

type Made = LayResult & { id: string; hash: string; overlay: JsonObject; at: number };

/** One statement, so that nothing is half installed; who comes second is told. */
async function insertVersion({ query, actor }: ImportCtx, made: Made): Promise<void> {
  const { id, version, hash, overlay, summary, changes, at } = made;
  const release: ConnectorManifest['releases'][number] = {
    version,
    date: new Date(at).toISOString().slice(0, 10),
    breaking: changes.some(({ breaking }) => breaking),
    notes: changes.length > 0 ? summariseChanges(changes) : 'First import.',
    changes: changes.slice(0, MOST_CHANGES),
  };
  const texts = [overlay, { ...summary, id, version }, release].map((one) => JSON.stringify(one));
  const inserted = await query(
    `insert into connector_version (connector, version, document, overlay, summary, release, at, by_name)
     values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (connector, version) do nothing returning version`,
    [id, version, hash, ...texts, at, actor.name],
  );
  if (inserted.length === 0)
    fail('conflict', `Somebody installed version ${version} of ${id} meanwhile.`, 'Look again.');
}

/** Takes an imported connector away, when nothing uses it. */
export async function removeImport(ctx: Ctx, id: string): Promise<{ ok: true }> {
  const { query } = ctx;
  const named = `%"connector":"${id}"%`;
  const users = await query<{ name: string }>(
    `select name from connection where connector = ?
     union select name from flow where cast(graph as text) like ? or cast(graph as text) like ?`,
    [id, named, named.replace(':', ': ')],
  );
  if (users.length > 0)
    fail(
      'conflict',
      `It is used by ${users
        .slice(0, 5)
        .map((one) => one.name)
        .join(', ')}.`,
      {
        hint: 'Take it out of them first.',
      },
    );
  if (!(await findVersion(query, id, 'latest')))
    fail('not_found', `There is no imported connector "${id}".`, 'Look at the catalogue.');
  await query('delete from connector_version where connector = ?', [id]);
  ctx.audit(`connector:${id}`, { removed: true });
  return { ok: true };
}
