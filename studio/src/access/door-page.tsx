import type { FormEvent, ReactNode } from 'react';

interface DoorPageProps {
  title: string;
  lead: ReactNode;
  onSubmit: () => void;
  children: ReactNode;
}

/** The frame of what one sees before being inside: a mark, a heading, one form. */
export function DoorPage({ title, lead, onSubmit, children }: DoorPageProps) {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <main className="flex min-h-full items-start justify-center px-6 pt-[16vh] pb-12">
      <div className="w-90">
        <img src="/mark.svg" alt="" className="mb-5 size-10" />
        <h1 className="text-2xl font-semibold">{title}</h1>
        <p className="mt-1 mb-6 text-ink-2">{lead}</p>
        <form noValidate onSubmit={submit} className="flex flex-col gap-4">
          {children}
        </form>
      </div>
    </main>
  );
}
