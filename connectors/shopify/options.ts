import type { ConnectorDefinition } from '#sdk';

import {
  LOCATION_CHOICES,
  ORDER_CHOICES,
  PRODUCT_CHOICES,
  STOCK_CHOICES,
  VARIANT_CHOICES,
} from './documents.ts';
import { SEND } from './fields.ts';

const listed = (query: string, name: string, label: string, value = 'id') => ({
  http: { ...SEND, body: { type: 'json' as const, fixed: { query } } },
  items: `data.${name}.nodes`,
  label,
  value,
});

/** Choices from the shop: the newest, for a shop may have a million. */
export const options: ConnectorDefinition['options'] = {
  orders: listed(ORDER_CHOICES, 'orders', 'name'),
  products: listed(PRODUCT_CHOICES, 'products', 'title'),
  variants: listed(VARIANT_CHOICES, 'productVariants', 'displayName'),
  inventoryItems: listed(STOCK_CHOICES, 'productVariants', 'displayName', 'inventoryItem.id'),
  locations: listed(LOCATION_CHOICES, 'locations', 'name'),
};
