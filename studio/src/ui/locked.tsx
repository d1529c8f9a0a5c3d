import { createContext, useContext, type ReactNode } from 'react';

const LockedContext = createContext(false);

interface LockedProps {
  /** False: everything works as if it were not there. */
  when: boolean;
  children: ReactNode;
}

/** A form to be read: its fields keep their full ink, and take nothing. */
export function Locked({ when, children }: LockedProps) {
  return (
    <LockedContext value={when}>
      <fieldset
        disabled={when}
        className="contents [&_:is(input,textarea,[role=combobox]):disabled]:bg-sunken [&_:is(input,textarea,[role=combobox]):disabled]:opacity-100!"
      >
        {children}
      </fieldset>
    </LockedContext>
  );
}

/** For what no `fieldset` reaches, such as a code editor. */
export function useLocked(): boolean {
  return useContext(LockedContext);
}
