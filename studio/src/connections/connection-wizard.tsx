import type { ConnectorManifest } from '@patchbay/shared/catalog';
import type { Connection } from '@patchbay/shared/connections';
import { useState } from 'react';

import { ConnectorIcon, Dialog } from '#ui';

import { StepAuthenticate } from './step-authenticate.tsx';
import { StepConfigure } from './step-configure.tsx';
import { StepReady } from './step-ready.tsx';
import { StepTest } from './step-test.tsx';
import { WizardSteps, type WizardStep } from './wizard-steps.tsx';

interface ConnectionWizardProps {
  manifest: ConnectorManifest;
  /** Once the first step stored it; then leaving loses nothing. */
  connection?: Connection;
  onMade: (connection: Connection) => void;
  onSaved?: (connection: Connection) => void;
  onClose: () => void;
}

/** What every step gets. `frame` draws the dialog around its content and buttons. */
export interface StepProps {
  manifest: ConnectorManifest;
  connection: Connection;
  go: (step: WizardStep) => void;
  frame: (content: React.ReactNode, actions: React.ReactNode) => React.ReactElement;
  onClose: () => void;
}

/** Takes a person through a connection: configure, authenticate, test, ready. */
export function ConnectionWizard({
  manifest,
  connection,
  onMade,
  onSaved,
  onClose,
}: ConnectionWizardProps) {
  const [step, setStep] = useState<WizardStep>(connection?.setup ?? 'configure');
  const needsSignIn = manifest.auth.some((one) => one.type !== 'none');
  const title = (
    <span className="flex items-center gap-2.5">
      <ConnectorIcon icon={manifest.icon} name={manifest.name} size="sm" />
      {connection ? connection.name : `Connect ${manifest.name}`}
    </span>
  );
  const frame: StepProps['frame'] = (content, actions) => (
    <Dialog open size="lg" dismissable={false} onClose={onClose} title={title} actions={actions}>
      <WizardSteps at={step} />
      {content}
    </Dialog>
  );
  const made = (next: Connection): void => {
    onMade(next);
    setStep(needsSignIn ? 'authenticate' : 'test');
  };
  if (!connection || step === 'configure') {
    return (
      <StepConfigure
        manifest={manifest}
        connection={connection}
        frame={frame}
        onMade={made}
        onClose={onClose}
      />
    );
  }
  const parts: StepProps = { manifest, connection, go: setStep, frame, onClose };
  const finish = (): void => {
    onSaved?.(connection);
    onClose();
  };
  if (step === 'authenticate') return <StepAuthenticate {...parts} />;
  if (step === 'test') return <StepTest {...parts} />;
  return <StepReady {...parts} onFinish={finish} />;
}
