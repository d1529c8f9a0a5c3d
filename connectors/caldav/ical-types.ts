/** The library of iCalendar, which is loaded at its first use. */
export type Ical = typeof import('ical.js').default;

// It exports its classes as values of one object.
export type Component = InstanceType<Ical['Component']>;
export type Event = InstanceType<Ical['Event']>;
export type Property = InstanceType<Ical['Property']>;
export type Time = InstanceType<Ical['Time']>;
