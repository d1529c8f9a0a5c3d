import type { Exchange, Phase } from '@patchbay/shared/testing';

import { formatDuration } from '#lib';

const WORDS: Record<Phase, string> = {
  dns: 'DNS',
  connect: 'Connect',
  tls: 'TLS',
  wait: 'First byte',
  body: 'Body',
};

const COLOURS: Record<Phase, string> = {
  dns: 'bg-idle',
  connect: 'bg-wait',
  tls: 'bg-accent',
  wait: 'bg-run',
  body: 'bg-ok',
};

/** Where a request's time went, as bars one below the other. */
export function Timeline({ exchange: { timeline, ms } }: { exchange: Exchange }) {
  const whole = Math.max(ms, 1);
  return (
    <table className="w-full text-sm" aria-label="Where the time went">
      <tbody>
        {timeline.map(({ phase, at, ms: took }) => (
          <tr key={phase}>
            <th scope="row" className="w-22 text-left font-normal text-ink-3">
              {WORDS[phase]}
            </th>
            <td>
              <span className="relative block h-2 rounded-sm bg-sunken">
                <span
                  className={`absolute h-2 min-w-0.5 rounded-sm ${COLOURS[phase]}`}
                  style={{
                    left: `${Math.min(99, (at / whole) * 100)}%`,
                    width: `${Math.min(100, (took / whole) * 100)}%`,
                  }}
                />
              </span>
            </td>
            <td className="w-20 text-right text-ink-2 tabular-nums">{formatDuration(took)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
