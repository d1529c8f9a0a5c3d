import type { CallParts } from '@patchbay/connectors/sdk';

/** The one way out: HTTP and checked dialling. */
export type Outbound = CallParts['outbound'];
