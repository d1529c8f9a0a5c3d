import type { OAuth2Scheme } from '@patchbay/shared/catalog';

import { Badge, Checkbox } from '#ui';

interface ScopeListProps {
  scheme: OAuth2Scheme;
  /** What the provider granted, once it did. */
  granted: readonly string[] | undefined;
  more: string[];
  onChange: (more: string[]) => void;
}

/** What is asked of the provider, in words; what is not asked for by default can be added. */
export function ScopeList({ scheme, granted, more, onChange }: ScopeListProps) {
  if (scheme.scopes.length === 0) return null;
  const isGranted = (name: string): boolean => granted?.includes(name) ?? false;
  const toggle = (name: string, on: boolean): void =>
    onChange(on ? [...more, name] : more.filter((one) => one !== name));
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 font-medium">What Patchbay asks for</legend>
      {scheme.scopes.map(({ name, title, default: always = false }) => (
        <div key={name} className="flex items-center gap-2">
          <Checkbox
            label={title}
            checked={always || isGranted(name) || more.includes(name)}
            disabled={always || isGranted(name)}
            onChange={(on) => toggle(name, on)}
          />
          {isGranted(name) && <Badge tone="ok">Granted</Badge>}
        </div>
      ))}
    </fieldset>
  );
}
