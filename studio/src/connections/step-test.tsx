import { updateConnection } from '@patchbay/shared/connections';
import { useEffect, useRef, useState } from 'react';

import { validateValue } from '#form';
import { problemIn, useCommand } from '#lib';
import { RemedyNote } from '#testing';
import { Button, Loading } from '#ui';

import { accountFields } from './account-fields.ts';
import { AccountSettings } from './account-settings.tsx';
import type { StepProps } from './connection-wizard.tsx';
import { useTest } from './use-test.ts';

/** What only the account can tell (its tenants, its folders), then the test. */
export function StepTest({ manifest, connection, go, frame, onClose }: StepProps) {
  const form = useTestStep({ manifest, connection, go });
  const { schema, config, test, problem } = form;
  const needsSignIn = manifest.auth.some((one) => one.type !== 'none');
  return frame(
    <div className="flex flex-col gap-4">
      {schema && (
        <AccountSettings
          connection={connection}
          schema={schema}
          value={config}
          onChange={form.setConfig}
        />
      )}
      {test.isBusy && <Loading what={`whether ${manifest.name} lets us in`} />}
      {problem && (
        <RemedyNote
          problem={problem}
          context={{
            connection: connection.id,
            errors: manifest.errors,
            docsUrl: manifest.docsUrl,
          }}
          onConnection={() =>
            go(needsSignIn && problem.code === 'auth_expired' ? 'authenticate' : 'configure')
          }
          onAgain={() => void form.start()}
        />
      )}
      {problem && (
        <p className="text-sm text-ink-3">
          Saved without a test, the connection can be used in flows, and the first step that needs
          it will show whether it works.
        </p>
      )}
    </div>,
    <>
      <Button onClick={onClose}>Finish later</Button>
      <Button onClick={() => go(needsSignIn ? 'authenticate' : 'configure')}>Back</Button>
      {problem && <Button onClick={() => void form.skip()}>Save without testing</Button>}
      <Button
        variant="primary"
        busy={test.isBusy || form.isSaving}
        disabled={form.isIncomplete}
        onClick={() => void form.start()}
      >
        Test
      </Button>
    </>,
  );
}

/** Stores what was chosen and tries the connection; by itself when there is nothing to choose. */
function useTestStep({
  manifest,
  connection,
  go,
}: Pick<StepProps, 'manifest' | 'connection' | 'go'>) {
  const schema = accountFields(manifest.config);
  const [config, setConfig] = useState(connection.config);
  const isIncomplete = schema ? Object.keys(validateValue(schema, config)).length > 0 : false;
  const update = useCommand(updateConnection, ['connections', 'health']);
  const test = useTest(connection);
  const params = { id: connection.id };
  const store = (more: { untested?: true } = {}) =>
    update.mutateAsync({ params, body: { config, ...more } }).catch(() => undefined);
  const start = async (): Promise<void> => {
    if (schema && !(await store())) return;
    if (await test.run()) go('done');
  };
  const skip = async (): Promise<void> => {
    if (await store({ untested: true })) go('done');
  };
  // What the account offers and nobody chose yet is asked first.
  const hasQuestions = Object.keys(schema?.properties ?? {}).some((name) => !(name in config));
  const begun = useRef(false);
  useEffect(() => {
    if (!begun.current && !hasQuestions) void start();
    begun.current = true;
  });
  const problem = test.problem ?? problemIn(update);
  return {
    schema,
    config,
    setConfig,
    isIncomplete,
    test,
    problem,
    isSaving: update.isPending,
    start,
    skip,
  };
}
