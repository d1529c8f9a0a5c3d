import { Field, Input } from '#ui';

const FIELDS = {
  name: { label: 'Your name', type: 'text', fill: 'name', help: undefined },
  email: { label: 'E-mail', type: 'email', fill: 'username', help: undefined },
  password: {
    label: 'Password',
    type: 'password',
    fill: 'new-password',
    help: 'At least 10 characters. A few words you will remember are best.',
  },
  known: {
    label: 'Your password',
    type: 'password',
    fill: 'current-password',
    help: 'The one you sign in to this Patchbay with.',
  },
} as const;

interface DoorFieldProps {
  name: keyof typeof FIELDS;
  value: string;
  error?: string;
  onChange: (value: string) => void;
}

/** A field of what one fills in before being inside. */
export function DoorField({ name, value, error, onChange }: DoorFieldProps) {
  const { label, type, fill, help } = FIELDS[name];
  return (
    <Field label={label} help={help} error={error}>
      {(control) => (
        <Input
          {...control}
          type={type}
          autoComplete={fill}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
