import type { JsonObject } from '@patchbay/shared/base';
import {
  getImport,
  installImport,
  previewImport,
  type ImportPreview,
} from '@patchbay/shared/catalog';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

import { Permitted } from '#access';
import { problemIn, useCommand, useEndpoint } from '#lib';
import { Loading, Page, ProblemNote } from '#ui';

import type { Source } from './import-document.tsx';
import { ImportReview } from './import-review.tsx';
import { ImportSource } from './import-source.tsx';

/** From a document to a connector: give it, look at what was found, mend it, install it. */
export function ImportPage() {
  return (
    <Permitted permission={installImport.permission} title="Import an API">
      <Import />
    </Permitted>
  );
}

function Import() {
  const { id } = useSearch({ from: '/catalogue/import' });
  const [found, setFound] = useState<ImportPreview>();
  const preview = useCommand(previewImport);
  const installed = useEndpoint(
    getImport,
    { params: { id: id ?? '' } },
    { enabled: id !== undefined },
  );
  const look = (source: Source): void =>
    preview.mutate({ body: { ...source, id } }, { onSuccess: setFound });
  const shown = found ?? installed.data;
  const problem = problemIn(preview) ?? problemIn(installed);
  const title =
    id === undefined
      ? 'Import an API'
      : `Change ${installed.data?.installed?.version ? id : 'a connector'}`;
  return (
    <Page
      title={title}
      crumbs={
        <Link to="/catalogue" className="hover:underline">
          Catalogue
        </Link>
      }
      lead="Any OpenAPI document, 2.0 to 3.1, and any MCP server becomes a connector with actions, forms and sign-in."
    >
      <div className="grid max-w-240 gap-4">
        {(id === undefined || installed.data) && (
          <ImportSource before={installed.data} isBusy={preview.isPending} onLook={look} />
        )}
        {preview.isPending && <Loading what="what is there" />}
        {problem && <ProblemNote problem={problem} />}
        {shown && !preview.isPending && <Review key={shown.document} found={shown} />}
      </div>
    </Page>
  );
}

/** What is to be installed, until it is. */
function Review({ found }: { found: ImportPreview }) {
  const navigate = useNavigate();
  const install = useCommand(installImport, ['catalog']);
  const send = (id: string, overlay: JsonObject): void =>
    install.mutate(
      { body: { document: found.document, id, overlay } },
      {
        onSuccess: (made) =>
          void navigate({ to: '/catalogue/$connectorId', params: { connectorId: made.id } }),
      },
    );
  return (
    <ImportReview
      found={found}
      problem={problemIn(install)}
      isBusy={install.isPending}
      onInstall={send}
    />
  );
}
