import { curlOf, type Exchange } from '@patchbay/shared/testing';
import { Copy } from 'lucide-react';
import { useState, type ReactNode } from 'react';

import { copyText, formatDuration, formatNumber } from '#lib';
import { Badge, Button, toast } from '#ui';

import { Timeline } from './timeline.tsx';

/** What went over the wire, request by request; the last one is open. */
export function Exchanges({ items }: { items: readonly Exchange[] }) {
  return (
    <section aria-label="Requests" className="flex flex-col gap-2">
      {items.map((exchange, i) => (
        <ExchangeView
          key={`${exchange.startedAt}-${i}`}
          exchange={exchange}
          number={items.length > 1 ? i + 1 : undefined}
          isOpen={i === items.length - 1}
        />
      ))}
    </section>
  );
}

interface ExchangeViewProps {
  exchange: Exchange;
  number?: number;
  isOpen: boolean;
}

/** One request with its answer and where the time went. */
export function ExchangeView({ exchange, number, isOpen }: ExchangeViewProps) {
  const { method, url, answer, ms, sent, reused } = exchange;
  return (
    <details open={isOpen} className="rounded-md border border-line bg-panel">
      <summary className="flex items-center gap-2 px-3 py-1.5 hover:bg-hover">
        {number !== undefined && <span className="text-ink-3">{`${number}.`}</span>}
        <Badge>{method}</Badge>
        <span className="min-w-0 flex-1 truncate font-mono text-sm" title={url}>
          {url}
        </span>
        {answer && <Badge tone={answer.status < 400 ? 'ok' : 'fail'}>{answer.status}</Badge>}
        {sent && <span className="text-sm text-ink-3">{formatDuration(ms)}</span>}
      </summary>
      <div className="flex flex-col gap-3 border-t border-line p-3">
        {sent && <Timeline exchange={exchange} />}
        {reused && <p className="text-sm text-ink-3">An open connection was used again.</p>}
        <Part
          title={titleOf(exchange)}
          headers={exchange.headers}
          body={exchange.body}
          size={exchange.bytes}
          aside={<CopyCurl exchange={exchange} />}
        />
        {answer && (
          <Part
            title={`Answered ${answer.status}`}
            headers={answer.headers}
            body={answer.binary ? undefined : answer.body}
            note={answer.binary ? 'The body is not text; its size is all that is shown.' : ''}
            size={answer.bytes}
          />
        )}
        {exchange.problem && <p className="text-fail">{exchange.problem.message}</p>}
      </div>
    </details>
  );
}

/** Without a problem, what was not sent is what a preview held back. */
function titleOf({ sent, problem }: Exchange): string {
  if (sent) return 'Sent';
  return problem ? 'Not sent' : 'Would be sent';
}

interface PartProps {
  title: string;
  headers: Record<string, string>;
  body?: string;
  note?: string;
  size: number;
  aside?: ReactNode;
}

function Part({ title, headers, body, note, size, aside }: PartProps) {
  const [isLong, setLong] = useState(false);
  const shown = isLong ? body : body?.slice(0, 4000);
  return (
    <section className="min-w-0">
      <h2 className="mb-1 flex items-center gap-2 text-sm font-semibold text-ink-3">
        {title}
        <span className="font-normal">{`${formatNumber(size)} bytes`}</span>
        <span className="flex-1" />
        {aside}
      </h2>
      <dl className="grid grid-cols-[minmax(96px,max-content)_1fr] gap-x-3 font-mono text-sm">
        {Object.entries(headers).map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="break-all">{value}</dd>
          </div>
        ))}
      </dl>
      {note && <p className="mt-1 text-sm text-ink-3">{note}</p>}
      {shown !== undefined && shown !== '' && (
        <pre
          tabIndex={0}
          aria-label={`Body: ${title}`}
          className="mt-2 max-h-64 overflow-auto rounded-md bg-sunken p-2 font-mono text-sm break-all whitespace-pre-wrap"
        >
          {pretty(shown)}
        </pre>
      )}
      {body !== undefined && body.length > 4000 && !isLong && (
        <Button size="sm" variant="ghost" onClick={() => setLong(true)}>
          Show more
        </Button>
      )}
    </section>
  );
}

/** JSON that came in one line is laid out. */
function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function CopyCurl({ exchange }: { exchange: Exchange }) {
  if (exchange.method === 'CONNECT') return null;
  const copy = async (): Promise<void> => {
    const ok = await copyText(curlOf(exchange));
    if (ok) toast('Copied as curl', { hint: 'The secret is $SECRET: set it in your shell.' });
    else toast('The browser refused to copy.', { tone: 'fail' });
  };
  return (
    <Button size="sm" variant="ghost" icon={<Copy />} onClick={() => void copy()}>
      Copy as curl
    </Button>
  );
}
