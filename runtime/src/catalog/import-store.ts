import { fail, type JsonObject } from '@patchbay/shared/base';
import {
  overlayManifest,
  type ConnectorManifest,
  type ConnectorSummary,
  type Findings,
} from '@patchbay/shared/catalog';

import type { Query } from '#db';

import type { ConvertResult } from './import-process.ts';

type Release = ConnectorManifest['releases'][number];

/** A released version as it is stored. */
export interface VersionRow {
  connector: string;
  version: string;
  document: string;
  overlay: string;
  summary: string;
  release: string;
  at: number;
}

export interface DocumentRow {
  hash: string;
  manifest: string;
  findings: string;
  source: string | null;
}

/** Documents that were looked at and never installed are kept this long. */
const UNUSED_MS = 24 * 3_600_000;

/** Forgets documents that were only looked at, a day after. */
export async function forgetDocuments(query: Query, now: number): Promise<void> {
  await query(
    `delete from connector_document where at < ?
     and hash not in (select document from connector_version)`,
    [now - UNUSED_MS],
  );
}

/** Keeps a converted document, to be installed. */
export async function keepDocument(
  query: Query,
  { hash, manifest, findings }: ConvertResult,
  { source, at }: { source: string | undefined; at: number },
): Promise<void> {
  await query(
    `insert into connector_document (hash, manifest, findings, source, at) values (?, ?, ?, ?, ?)
     on conflict (hash) do update set at = excluded.at`,
    [hash, manifest, JSON.stringify(findings satisfies Findings), source ?? null, at],
  );
}

export async function findDocument(query: Query, hash: string): Promise<DocumentRow> {
  const [row] = await query<DocumentRow>(
    'select hash, manifest, findings, source from connector_document where hash = ?',
    [hash],
  );
  return (
    row ?? fail('not_found', 'The document is not here any more.', 'Look at the document again.')
  );
}

/** The newest version of an imported connector, or the one asked for. */
export async function findVersion(
  query: Query,
  id: string,
  version: string,
): Promise<VersionRow | undefined> {
  const [row] =
    version === 'latest'
      ? await query<VersionRow>(
          'select * from connector_version where connector = ? order by at desc limit 1',
          [id],
        )
      : await query<VersionRow>(
          'select * from connector_version where connector = ? and version = ?',
          [id, version],
        );
  return row;
}

/** The manifest of a version: its document, its overlay on top, and the releases up to it. */
export async function manifestOf(query: Query, row: VersionRow): Promise<ConnectorManifest> {
  const document = await findDocument(query, row.document);
  const before = await query<{ release: string }>(
    'select release from connector_version where connector = ? and at <= ? order by at desc',
    [row.connector, row.at],
  );
  const base: ConnectorManifest = {
    ...(JSON.parse(document.manifest) as ConnectorManifest),
    id: row.connector,
    version: row.version,
    releases: before.map(({ release }) => JSON.parse(release) as Release),
  };
  return overlayManifest(base, JSON.parse(row.overlay) as JsonObject);
}

/** The newest version of every imported connector, as lists show it. */
export async function importedSummaries(query: Query): Promise<ConnectorSummary[]> {
  const rows = await query<{ summary: string }>(
    `select v.summary from connector_version v
     join (select connector, max(at) as at from connector_version group by connector) newest
       on newest.connector = v.connector and newest.at = v.at
     order by v.connector`,
  );
  return rows.map(({ summary }) => JSON.parse(summary) as ConnectorSummary);
}
