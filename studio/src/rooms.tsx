import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';

import { JoinPage, NewPasswordPage, SettingsPage } from '#access';
import { AuditPage } from '#audit';
import { CataloguePage, ConnectorPage, ImportPage } from '#catalog';
import { ConnectionsPage, OAuthReturnPage, SecretSettings } from '#connections';
import { FlowEditorPage, FlowsPage } from '#flows';
import { HealthPage } from '#health';
import { lazyPart, routerBase } from '#lib';
import { RunPage, RunsPage } from '#runs';
import { TestingPage } from '#testing';
import { FlowVersionsPage, VersionsPage } from '#versions';

import { BrokenPage } from './broken-page.tsx';
import { LostPage } from './lost-page.tsx';
import { readSearch } from './search-params.ts';
import { App } from './shell.tsx';

const root = createRootRoute({ component: App, notFoundComponent: LostPage });
const at = <P extends string>(path: P) => ({ getParentRoute: () => root, path });

const home = createRoute({
  ...at('/'),
  beforeLoad: () => redirect({ to: '/flows', throw: true }),
});

const flows = createRoute({
  ...at('/flows'),
  validateSearch: readSearch(['search', 'folder']),
  component: FlowsPage,
});

const editor = createRoute({
  ...at('/flows/$flowId'),
  validateSearch: readSearch(['node', 'run']),
  component: Object.assign(EditorRoute, { preload: FlowEditorPage.preload }),
});

function EditorRoute() {
  const { flowId } = editor.useParams();
  return <FlowEditorPage key={flowId} flowId={flowId} />;
}

const flowVersions = createRoute({
  ...at('/flows/$flowId/versions'),
  validateSearch: readSearch(['version']),
  component: FlowVersionsPage,
});

const runs = createRoute({
  ...at('/runs'),
  validateSearch: readSearch(['flow', 'status', 'trigger', 'hours']),
  component: RunsPage,
});

const run = createRoute({
  ...at('/runs/$runId'),
  validateSearch: readSearch(['step']),
  component: RunPage,
});

const catalogue = createRoute({
  ...at('/catalogue'),
  validateSearch: readSearch(['search', 'category', 'kind', 'auth', 'triggers', 'sort']),
  component: CataloguePage,
});

const importing = createRoute({
  ...at('/catalogue/import'),
  validateSearch: readSearch(['id']),
  component: ImportPage,
});

const connector = createRoute({
  ...at('/catalogue/$connectorId'),
  validateSearch: readSearch(['version', 'action']),
  component: ConnectorPage,
});

const connections = createRoute({
  ...at('/connections'),
  validateSearch: readSearch(['open', 'create']),
  component: ConnectionsPage,
});

const oauthReturn = createRoute({ ...at('/oauth/callback'), component: OAuthReturnPage });

const testing = createRoute({
  ...at('/testing'),
  validateSearch: readSearch(['tab', 'connection', 'connector', 'action', 'subject', 'result']),
  component: TestingPage,
});

const versions = createRoute({ ...at('/versions'), component: VersionsPage });
const health = createRoute({
  ...at('/health'),
  validateSearch: readSearch(['hours']),
  component: HealthPage,
});
const audit = createRoute({
  ...at('/audit'),
  validateSearch: readSearch(['actor', 'action', 'subject', 'project']),
  component: AuditPage,
});
const settings = createRoute({
  ...at('/settings'),
  component: () => (
    <SettingsPage>
      <SecretSettings />
    </SettingsPage>
  ),
});
const join = createRoute({ ...at('/join'), component: JoinPage });
const newPassword = createRoute({ ...at('/new-password'), component: NewPasswordPage });
const gallery = createRoute({
  ...at('/ui'),
  component: import.meta.env.DEV
    ? lazyPart(async () => (await import('./ui/gallery.tsx')).Gallery)
    : LostPage,
});

/** Every address of the studio; each project has all of them, under its own beginning. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    flows,
    editor,
    flowVersions,
    runs,
    run,
    catalogue,
    importing,
    connector,
    connections,
    oauthReturn,
    testing,
    versions,
    health,
    audit,
    settings,
    join,
    newPassword,
    gallery,
  ]),
  basepath: routerBase,
  defaultErrorComponent: BrokenPage,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
