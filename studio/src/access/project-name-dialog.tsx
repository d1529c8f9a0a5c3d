import { createProject } from '@patchbay/shared/access';
import { useState, type FormEvent } from 'react';

import { problemIn } from '#lib';
import { Button, Dialog, Field, Input } from '#ui';

interface ProjectNameDialogProps {
  title: string;
  description?: string;
  help?: string;
  verb: string;
  /** What the field holds at first. */
  start: string;
  /** What sends it: its refusal stands beside the field. */
  command: { error: Error | null };
  busy: boolean;
  onSend: (name: string) => void;
  onClose: () => void;
}

const MOST = 100;

/** Asks for a project's name. */
export function ProjectNameDialog(props: ProjectNameDialogProps) {
  const { title, description, help, verb, command, busy, onSend, onClose } = props;
  const [name, setName] = useState(props.start.slice(0, MOST));
  const [tried, setTried] = useState(false);
  const missing = problemOfName(name);
  const refused = problemIn(command);
  const error = missing ?? (refused && `${refused.message} ${refused.hint}`);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!missing && !busy) onSend(name.trim());
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="sm"
      title={title}
      description={description}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="project-name" busy={busy}>
            {verb}
          </Button>
        </>
      }
    >
      <form id="project-name" noValidate onSubmit={send}>
        <Field label="Name" required help={help} error={tried ? error : undefined}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              maxLength={MOST}
              placeholder="Finance"
              value={name}
              onFocus={(event) => event.target.select()}
              onChange={(event) => {
                setName(event.target.value);
                setTried(false);
              }}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}

/** What keeps it from being a name: the rule is that of the endpoint. */
function problemOfName(name: string): string | undefined {
  return createProject.body?.safeParse({ name }).error?.issues[0]?.message;
}
