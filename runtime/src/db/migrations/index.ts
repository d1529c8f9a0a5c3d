import { First as PostgresFirst } from './postgres/0001-first.ts';
import { Testing as PostgresTesting } from './postgres/0002-testing.ts';
import { Connections as PostgresConnections } from './postgres/0003-connections.ts';
import { Catalog as PostgresCatalog } from './postgres/0004-catalog.ts';
import { Registrations as PostgresRegistrations } from './postgres/0005-registrations.ts';
import { Access as PostgresAccess } from './postgres/0006-access.ts';
import { WholeBatches as PostgresWholeBatches } from './postgres/0007-whole-batches.ts';
import { Mapping as PostgresMapping } from './postgres/0008-mapping.ts';
import { Claims as PostgresClaims } from './postgres/0009-claims.ts';
import { Projects as PostgresProjects } from './postgres/0010-projects.ts';
import { RunLists as PostgresRunLists } from './postgres/0011-run-lists.ts';
import { Members as PostgresMembers } from './postgres/0012-members.ts';
import { StalledRuns as PostgresStalledRuns } from './postgres/0013-stalled-runs.ts';
import { AuditProjects as PostgresAuditProjects } from './postgres/0014-audit-projects.ts';
import { First as SqliteFirst } from './sqlite/0001-first.ts';
import { Testing as SqliteTesting } from './sqlite/0002-testing.ts';
import { Connections as SqliteConnections } from './sqlite/0003-connections.ts';
import { Catalog as SqliteCatalog } from './sqlite/0004-catalog.ts';
import { Registrations as SqliteRegistrations } from './sqlite/0005-registrations.ts';
import { Access as SqliteAccess } from './sqlite/0006-access.ts';
import { WholeBatches as SqliteWholeBatches } from './sqlite/0007-whole-batches.ts';
import { Mapping as SqliteMapping } from './sqlite/0008-mapping.ts';
import { Claims as SqliteClaims } from './sqlite/0009-claims.ts';
import { Projects as SqliteProjects } from './sqlite/0010-projects.ts';
import { RunLists as SqliteRunLists } from './sqlite/0011-run-lists.ts';
import { Members as SqliteMembers } from './sqlite/0012-members.ts';
import { StalledRuns as SqliteStalledRuns } from './sqlite/0013-stalled-runs.ts';
import { AuditProjects as SqliteAuditProjects } from './sqlite/0014-audit-projects.ts';

/** In the order they are applied. The two databases differ in their SQL, never in their tables. */
export const migrations = {
  sqlite: [
    { name: '0001-first', class: SqliteFirst },
    { name: '0002-testing', class: SqliteTesting },
    { name: '0003-connections', class: SqliteConnections },
    { name: '0004-catalog', class: SqliteCatalog },
    { name: '0005-registrations', class: SqliteRegistrations },
    { name: '0006-access', class: SqliteAccess },
    { name: '0007-whole-batches', class: SqliteWholeBatches },
    { name: '0008-mapping', class: SqliteMapping },
    { name: '0009-claims', class: SqliteClaims },
    { name: '0010-projects', class: SqliteProjects },
    { name: '0011-run-lists', class: SqliteRunLists },
    { name: '0012-members', class: SqliteMembers },
    { name: '0013-stalled-runs', class: SqliteStalledRuns },
    { name: '0014-audit-projects', class: SqliteAuditProjects },
  ],
  postgres: [
    { name: '0001-first', class: PostgresFirst },
    { name: '0002-testing', class: PostgresTesting },
    { name: '0003-connections', class: PostgresConnections },
    { name: '0004-catalog', class: PostgresCatalog },
    { name: '0005-registrations', class: PostgresRegistrations },
    { name: '0006-access', class: PostgresAccess },
    { name: '0007-whole-batches', class: PostgresWholeBatches },
    { name: '0008-mapping', class: PostgresMapping },
    { name: '0009-claims', class: PostgresClaims },
    { name: '0010-projects', class: PostgresProjects },
    { name: '0011-run-lists', class: PostgresRunLists },
    { name: '0012-members', class: PostgresMembers },
    { name: '0013-stalled-runs', class: PostgresStalledRuns },
    { name: '0014-audit-projects', class: PostgresAuditProjects },
  ],
};
