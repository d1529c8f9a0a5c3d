import { z } from 'zod';

export const DOCS =
  'https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_list.htm';

/** Name of an object or a field as the API writes it: text of a query must not break out of it. */
const apiName = z
  .string()
  .regex(/^[A-Za-z]\w*$/, 'is a name of the API, such as Account or Size__c');

export const object = apiName.meta({
  title: 'Object',
  description: 'Its name in the API, such as Account, Lead or Invoice__c.',
  'x-options': 'objects',
  'x-order': 1,
});

export const fieldName = z
  .string()
  .regex(/^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/, 'is a name of the API, such as Name or Owner.Name')
  .meta({ 'x-options': 'fields', 'x-dependsOn': ['object'] });

export const recordId = z
  .string()
  .regex(/^[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?$/, 'has 15 or 18 letters and digits')
  .meta({ title: 'Record', description: 'Its id.', 'x-order': 2 });

export const values = z.record(z.string(), z.any()).meta({
  title: 'Fields',
  description: 'Field by its name in the API, and its value.',
  'x-keyOptions': 'writableFields',
  'x-dependsOn': ['object'],
  'x-order': 3,
});

/** A record as the API gives it. */
export const record = z.looseObject({ Id: z.string().optional() });

/** What the API says of a record it wrote. */
export const saved = z.looseObject({
  id: z.string(),
  success: z.boolean(),
  created: z.boolean().optional(),
});

export const SAMPLE_ID = '001D000000IqhSLIAZ';
export const SAMPLE_RECORD = {
  attributes: { type: 'Account', url: `/services/data/v62.0/sobjects/Account/${SAMPLE_ID}` },
  Id: SAMPLE_ID,
  Name: 'Harbour Books',
};
export const SAMPLE_SAVED = { id: SAMPLE_ID, success: true, errors: [] };
