import { defineEntity, p } from '@mikro-orm/core';

/** What an imported document or a server's tools became, by its content: `hash` is of the source. */
export const ConnectorDocumentEntity = defineEntity({
  name: 'ConnectorDocument',
  tableName: 'connector_document',
  properties: {
    hash: p.string().primary(),
    /** The manifest as the conversion made it, as JSON. */
    manifest: p.text(),
    findings: p.text(),
    source: p.text().nullable(),
    at: p.double().$type<number>(),
  },
});

/** A released version of an imported connector: a document and an overlay. Never changed. */
export const ConnectorVersionEntity = defineEntity({
  name: 'ConnectorVersion',
  tableName: 'connector_version',
  indexes: [{ name: 'connector_version_newest_idx', properties: ['connector', 'at'] }],
  properties: {
    connector: p.string().primary(),
    version: p.string().primary(),
    document: p.string(),
    overlay: p.text(),
    /** What lists show of it, as JSON. */
    summary: p.text(),
    release: p.text(),
    at: p.double().$type<number>(),
    byName: p.text(),
  },
});

export const catalogEntities = [ConnectorDocumentEntity, ConnectorVersionEntity];
