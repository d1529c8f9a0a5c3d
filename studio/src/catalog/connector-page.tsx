import { getConnector } from '@patchbay/shared/catalog';
import type { ConnectorManifest } from '@patchbay/shared/catalog';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ExternalLink, Plug } from 'lucide-react';
import type { ReactNode } from 'react';

import { useMay } from '#access';
import { formatDuration, formatNumber, problemIn, useEndpoint } from '#lib';
import { Badge, Button, buttonClass, ConnectorIcon, Loading, Page, Panel, ProblemNote } from '#ui';

import { ActionList, TriggerList } from './action-list.tsx';
import { ChangeList } from './change-list.tsx';
import { FieldTable } from './field-table.tsx';

/** A connector in full, made of its manifest alone. */
export function ConnectorPage() {
  const { connectorId } = useParams({ from: '/catalogue/$connectorId' });
  const { version = 'latest' } = useSearch({ from: '/catalogue/$connectorId' });
  const manifest = useEndpoint(getConnector, { params: { id: connectorId, version } });
  const problem = problemIn(manifest);
  if (problem) {
    return (
      <Page title={connectorId} crumbs={<Crumb />}>
        <ProblemNote problem={problem} onAgain={manifest.refetch} />
      </Page>
    );
  }
  return manifest.data ? <Manifest manifest={manifest.data} /> : <Loading what="the connector" />;
}

function Crumb() {
  return (
    <Link to="/catalogue" className="hover:underline">
      Catalogue
    </Link>
  );
}

function Manifest({ manifest }: { manifest: ConnectorManifest }) {
  const title = (
    <span className="flex items-center gap-3">
      <ConnectorIcon icon={manifest.icon} name={manifest.name} />
      {manifest.name}
      <Badge>{manifest.version}</Badge>
    </span>
  );
  return (
    <Page
      title={title}
      crumbs={<Crumb />}
      lead={manifest.description}
      actions={<ManifestActions manifest={manifest} />}
    >
      <div className="grid grid-cols-[minmax(0,1fr)_300px] items-start gap-4 max-lg:grid-cols-1">
        <Operations manifest={manifest} />
        <Facts manifest={manifest} />
      </div>
    </Page>
  );
}

/** What it is for, and what it can do. */
function Operations({ manifest }: { manifest: ConnectorManifest }) {
  const { useCases: cases = [] } = manifest;
  return (
    <div className="grid gap-4">
      {cases.length > 0 && (
        <ul className="list-disc pl-5 text-ink-2">
          {cases.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      <Panel title="Actions" flush>
        <ActionList manifest={manifest} />
        {Object.keys(manifest.actions).length === 0 && (
          <p className="p-4 text-ink-2">
            Its server tells its tools only to who is signed in. Connect, sign in there, then look
            at its newer tools.
          </p>
        )}
      </Panel>
      {Object.keys(manifest.triggers).length > 0 && (
        <Panel title="Triggers" flush>
          <TriggerList triggers={manifest.triggers} />
        </Panel>
      )}
    </div>
  );
}

/** What a connection to it needs, its limits, and its versions. */
function Facts({ manifest }: { manifest: ConnectorManifest }) {
  return (
    <div className="grid gap-4">
      <Panel title="Connection settings">
        <FieldTable schema={manifest.config} empty="Nothing to set." />
      </Panel>
      <Panel title="Sign-in">
        <ul className="flex flex-col gap-3">
          {manifest.auth.map((scheme) => (
            <li key={scheme.id}>
              <p className="font-medium">{scheme.title}</p>
              {scheme.help && <p className="text-sm text-ink-3">{scheme.help}</p>}
              {scheme.helpUrl && (
                <a
                  href={scheme.helpUrl}
                  target="_blank"
                  rel="noreferrer"
                  className="text-sm text-accent"
                >
                  Where to obtain it
                </a>
              )}
              {scheme.fields && <FieldTable schema={scheme.fields} empty="" />}
            </li>
          ))}
        </ul>
      </Panel>
      {manifest.network.limits && (
        <Panel title="Limits">
          <ul>
            {manifest.network.limits.map(({ requests, perS }) => (
              <li key={perS}>
                {formatNumber(requests)} requests in {formatDuration(perS * 1000)}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Changes manifest={manifest} />
    </div>
  );
}

function ManifestActions({ manifest }: { manifest: ConnectorManifest }): ReactNode {
  const navigate = useNavigate();
  const may = useMay('connection.edit');
  const mayImport = useMay('catalog.edit');
  const connect = (): void =>
    void navigate({ to: '/connections', search: { create: manifest.id } });
  return (
    <>
      {manifest.docsUrl && (
        <a
          href={manifest.docsUrl}
          target="_blank"
          rel="noreferrer"
          className={buttonClass('ghost')}
        >
          <ExternalLink aria-hidden />
          Its own documentation
        </a>
      )}
      {mayImport && manifest.origin.kind !== 'code' && (
        <Link to="/catalogue/import" search={{ id: manifest.id }} className={buttonClass('ghost')}>
          Overlay and newer {manifest.origin.kind === 'mcp' ? 'tools' : 'documents'}
        </Link>
      )}
      {may && (
        <Button variant="primary" icon={<Plug />} onClick={connect}>
          Connect
        </Button>
      )}
    </>
  );
}

function Changes({ manifest }: { manifest: ConnectorManifest }) {
  return (
    <Panel title="Changes">
      <ol className="flex flex-col gap-3">
        {manifest.releases.map((release) => (
          <li key={release.version}>
            <p className="flex items-center gap-2 font-medium">
              {release.version}
              <span className="text-sm font-normal text-ink-3">{release.date}</span>
              {release.breaking && <Badge tone="wait">breaking</Badge>}
            </p>
            <p className="break-words text-ink-2">{release.notes}</p>
            {release.changes && release.changes.length > 0 && (
              <ChangeList changes={release.changes} />
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
