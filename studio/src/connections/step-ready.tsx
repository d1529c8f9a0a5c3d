import { CircleCheck, CircleDashed } from 'lucide-react';

import { Button } from '#ui';

import type { StepProps } from './connection-wizard.tsx';

/** The end: as whom it is signed in, and where to use it. */
export function StepReady({ connection, frame, onFinish }: StepProps & { onFinish: () => void }) {
  const isTested = connection.status === 'active' || connection.status === 'expiring';
  const Icon = isTested ? CircleCheck : CircleDashed;
  return frame(
    <div className="flex items-start gap-3 py-4" role="status">
      <Icon aria-hidden className={isTested ? 'size-8 text-ok' : 'size-8 text-idle'} />
      <div className="min-w-0">
        <p className="text-lg font-semibold">
          “{connection.name}” is {isTested ? 'connected' : 'saved without a test'}
        </p>
        {isTested && connection.identity && (
          <p className="text-ink-2">Signed in as {connection.identity}.</p>
        )}
        <p className="text-ink-3">
          It can be chosen in every step of this connector. Patchbay renews what it can by itself
          and says so here when it can’t.
        </p>
      </div>
    </div>,
    <Button variant="primary" onClick={onFinish}>
      Use it
    </Button>,
  );
}
