import { isObject, type Json, type JsonObject } from '@patchbay/shared/base';
import type { ImportPreview } from '@patchbay/shared/catalog';
import { useState } from 'react';

import { Field, Input, Panel, Select, Textarea } from '#ui';

import { authChoices } from './import-auth.ts';

interface ImportOverlayProps {
  found: ImportPreview;
  overlay: JsonObject;
  onPatch: (part: JsonObject) => void;
  onChange: (overlay: JsonObject) => void;
}

/** What the source says wrongly or not at all: name, address, sign-in, test call; all of it as JSON. */
export function ImportOverlay({ found, overlay, onPatch, onChange }: ImportOverlayProps) {
  const { manifest } = found;
  const { origin } = manifest;
  const isProgram = origin.kind === 'mcp' && origin.transport === 'stdio';
  const network = isObject(overlay.network) ? overlay.network : {};
  return (
    <Panel title="Overlay">
      <div className="grid grid-cols-2 gap-3 max-lg:grid-cols-1">
        <Field label="Name">
          {(control) => (
            <Input
              {...control}
              value={textOf(overlay.name, manifest.name)}
              onChange={(event) => onPatch({ name: event.target.value })}
            />
          )}
        </Field>
        {!isProgram && (
          <Field
            label="Base address"
            help="What paths are appended to; its host may get the credential."
          >
            {(control) => (
              <Input
                {...control}
                mono
                value={textOf(network.baseUrl, manifest.network.baseUrl ?? '')}
                onChange={(event) => onPatch({ network: networkOf(event.target.value) })}
              />
            )}
          </Field>
        )}
        {!isProgram && (
          <SignInField found={found} overlay={overlay} onPatch={onPatch} onChange={onChange} />
        )}
        {origin.kind === 'openapi' && (
          <TestField found={found} overlay={overlay} onPatch={onPatch} />
        )}
      </div>
      <OverlayText overlay={overlay} onChange={onChange} />
    </Panel>
  );
}

function SignInField({ found, overlay, onPatch, onChange }: ImportOverlayProps) {
  const schemes = authChoices(found);
  const { auth: _own, ...rest } = overlay;
  const choose = (value: string): void => {
    const { auth } = schemes.find((one) => one.value === value) ?? {};
    if (auth) onPatch({ auth });
    else onChange(rest);
  };
  return (
    <Field label="Sign-in" help="Its own, or one it does not name.">
      {(control) => (
        <Select
          {...control}
          value={schemes.find(({ auth }) => same(auth, overlay.auth))?.value ?? 'document'}
          choices={schemes.map(({ value, label }) => ({ value, label }))}
          onChange={choose}
        />
      )}
    </Field>
  );
}

function TestField({ found, overlay, onPatch }: Omit<ImportOverlayProps, 'onChange'>) {
  const tests = found.actions.filter(({ id }) => found.findings.tests.includes(id));
  const http = isObject(overlay.test) && isObject(overlay.test.http) ? overlay.test.http : {};
  const chosen = tests.find(({ call }) => call === `GET ${textOf(http.path, '')}`);
  const choose = (id: string): void => {
    const path = tests.find((one) => one.id === id)?.call.replace('GET ', '');
    onPatch({ test: path === undefined ? null : { http: { method: 'GET', path } } });
  };
  return (
    <Field label="Test call" help="A request that proves a connection; it needs no input.">
      {(control) => (
        <Select
          {...control}
          value={chosen?.id ?? ''}
          choices={[
            { value: '', label: 'None' },
            ...tests.map(({ id, call }) => ({ value: id, label: call })),
          ]}
          onChange={choose}
        />
      )}
    </Field>
  );
}

/** The overlay itself, for what has no field. */
function OverlayText({ overlay, onChange }: Pick<ImportOverlayProps, 'overlay' | 'onChange'>) {
  const [draft, setDraft] = useState<string>();
  const parsed = draft === undefined ? overlay : parse(draft);
  return (
    <details className="mt-3">
      <summary className="text-ink-2">As JSON merge patch on the manifest</summary>
      <Field
        label="Overlay"
        className="mt-2"
        error={parsed ? undefined : 'This is no JSON object yet; the last one is kept.'}
      >
        {(control) => (
          <Textarea
            {...control}
            mono
            rows={10}
            value={draft ?? JSON.stringify(overlay, null, 2)}
            onChange={(event) => {
              setDraft(event.target.value);
              const next = parse(event.target.value);
              if (next) onChange(next);
            }}
            onBlur={() => parsed && setDraft(undefined)}
          />
        )}
      </Field>
    </details>
  );
}

function parse(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function textOf(value: Json | undefined, or: string): string {
  return typeof value === 'string' ? value : or;
}

/** The credential follows the address: its host, or its very origin without TLS. */
function networkOf(baseUrl: string): JsonObject {
  if (!URL.canParse(baseUrl)) return { baseUrl };
  const { protocol, host, origin } = new URL(baseUrl);
  return { baseUrl, allowedHosts: [protocol === 'https:' ? host : origin] };
}

function same(a: Json | undefined, b: Json | undefined): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}
