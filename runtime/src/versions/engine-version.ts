import { FUNCTIONS_VERSION } from '@patchbay/shared/mapping';
import jsonata from 'jsonata/package.json' with { type: 'json' };

/** What evaluates expressions: jsonata and our functions, each with its version. */
export const ENGINE = `jsonata ${jsonata.version}, functions ${FUNCTIONS_VERSION}`;
