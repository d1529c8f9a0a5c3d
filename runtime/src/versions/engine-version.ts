import jsonata from 'jsonata/package.json' with { type: 'json' };

/** The expression engine a version is published with. */
export const ENGINE = `jsonata ${jsonata.version}`;
