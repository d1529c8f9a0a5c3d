import type { Difference } from '@patchbay/shared/testing';

interface DifferencesProps {
  items: readonly Difference[];
  /** What the two sides are called. */
  before?: string;
  after?: string;
}

const SHOWN = 50;

/** Where two values differ, place by place: what was expected beside what came. */
export function Differences({ items, before = 'Expected', after = 'Got' }: DifferencesProps) {
  return (
    <div className="overflow-x-auto rounded-md border border-line" tabIndex={0}>
      <table className="w-full text-sm" aria-label="Differences">
        <thead>
          <tr className="border-b border-line text-left text-ink-3">
            {['Where', before, after].map((name) => (
              <th key={name} className="px-2 py-1 font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="font-mono">
          {items.slice(0, SHOWN).map(({ path, expected, actual }) => (
            <tr key={path} className="border-b border-line align-top last:border-0">
              <th scope="row" className="px-2 py-1 text-left font-normal">
                {path || 'the whole'}
              </th>
              <Side tone="fail" value={expected} />
              <Side tone="ok" value={actual} />
            </tr>
          ))}
        </tbody>
      </table>
      {items.length > SHOWN && (
        <p className="px-2 py-1 text-ink-3">{`And ${items.length - SHOWN} more.`}</p>
      )}
    </div>
  );
}

function Side({ value, tone }: { value: unknown; tone: 'ok' | 'fail' }) {
  if (value === undefined) return <td className="px-2 py-1 font-sans text-ink-3">nothing</td>;
  const text = JSON.stringify(value);
  return (
    <td
      className={`px-2 py-1 break-all ${tone === 'ok' ? 'bg-ok-soft' : 'bg-fail-soft'}`}
      title={text.slice(0, 2000)}
    >
      {text.length > 300 ? `${text.slice(0, 297)}…` : text}
    </td>
  );
}
