/** catalog: which connectors there are, in which versions. */
export { catalogRoom } from './room.ts';
export { Catalogue } from './catalogue.ts';
export { importFiles, type ImportedFile } from './import-files.ts';
export { readMcpServers } from './read-mcp-servers.ts';
export { readOverlays } from './read-overlays.ts';
export { catalogEntities } from './catalog.entity.ts';
