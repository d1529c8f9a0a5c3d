/** The operations that are sent; a mutation calls its answer `result`, so that its errors stand in one place. */
const ORDER = `
  id name createdAt updatedAt email note tags
  displayFinancialStatus displayFulfillmentStatus
  totalPriceSet { shopMoney { amount currencyCode } }
  customer { id displayName }
  shippingAddress { name address1 address2 city zip countryCodeV2 }
  lineItems(first: 10) { nodes { id title quantity sku } }`;
const PRODUCT = `id title handle status vendor productType tags createdAt updatedAt`;
const CUSTOMER = `id displayName firstName lastName defaultEmailAddress { emailAddress } tags createdAt`;
const ERRORS = `userErrors { field message }`;
const PAGE = `pageInfo { hasNextPage endCursor }`;

export const SHOP = `query { shop { name myshopifyDomain } }`;

export const LIST_ORDERS = `query ($first: Int!, $after: String, $query: String, $sortKey: OrderSortKeys, $reverse: Boolean) {
  orders(first: $first, after: $after, query: $query, sortKey: $sortKey, reverse: $reverse) { nodes { ${ORDER} } ${PAGE} }
}`;
export const GET_ORDER = `query ($id: ID!) { order(id: $id) { ${ORDER} } }`;
export const LIST_PRODUCTS = `query ($first: Int!, $after: String, $query: String) {
  products(first: $first, after: $after, query: $query) { nodes { ${PRODUCT} } ${PAGE} }
}`;
export const LIST_CUSTOMERS = `query ($first: Int!, $after: String, $query: String) {
  customers(first: $first, after: $after, query: $query) { nodes { ${CUSTOMER} } ${PAGE} }
}`;
export const CREATE_PRODUCT = `mutation ($product: ProductCreateInput!) {
  result: productCreate(product: $product) { product { ${PRODUCT} } ${ERRORS} }
}`;
export const UPDATE_PRODUCT = `mutation ($product: ProductUpdateInput!) {
  result: productUpdate(product: $product) { product { ${PRODUCT} } ${ERRORS} }
}`;
export const CREATE_CUSTOMER = `mutation ($input: CustomerInput!) {
  result: customerCreate(input: $input) { customer { ${CUSTOMER} } ${ERRORS} }
}`;
export const ADD_TAGS = `mutation ($id: ID!, $tags: [String!]!) {
  result: tagsAdd(id: $id, tags: $tags) { node { id } ${ERRORS} }
}`;
export const CREATE_DRAFT = `mutation ($input: DraftOrderInput!) {
  result: draftOrderCreate(input: $input) { draftOrder { id name status invoiceUrl } ${ERRORS} }
}`;
export const UPDATE_ORDER = `mutation ($input: OrderInput!) {
  result: orderUpdate(input: $input) { order { ${ORDER} } ${ERRORS} }
}`;
export const CANCEL_ORDER = `mutation ($orderId: ID!, $reason: OrderCancelReason!, $restock: Boolean!, $refundMethod: OrderCancelRefundMethodInput, $notifyCustomer: Boolean, $staffNote: String) {
  result: orderCancel(orderId: $orderId, reason: $reason, restock: $restock, refundMethod: $refundMethod, notifyCustomer: $notifyCustomer, staffNote: $staffNote) {
    job { id } userErrors: orderCancelUserErrors { field message }
  }
}`;
export const ADJUST_STOCK = `mutation ($input: InventoryAdjustQuantitiesInput!) {
  result: inventoryAdjustQuantities(input: $input) { inventoryAdjustmentGroup { reason createdAt } ${ERRORS} }
}`;
export const OPEN_FULFILMENTS = `query ($id: ID!) {
  order(id: $id) { fulfillmentOrders(first: 20) { nodes { id status } } }
}`;
export const FULFIL = `mutation ($fulfillment: FulfillmentInput!) {
  result: fulfillmentCreate(fulfillment: $fulfillment) { fulfillment { id status } ${ERRORS} }
}`;
export const ADD_HOOK = `mutation ($topic: WebhookSubscriptionTopic!, $webhookSubscription: WebhookSubscriptionInput!) {
  result: webhookSubscriptionCreate(topic: $topic, webhookSubscription: $webhookSubscription) { webhookSubscription { id } ${ERRORS} }
}`;
export const REMOVE_HOOK = `mutation ($id: ID!) {
  result: webhookSubscriptionDelete(id: $id) { deletedWebhookSubscriptionId ${ERRORS} }
}`;
export const LIST_HOOKS = `query { webhookSubscriptions(first: 100) { nodes { id uri } } }`;

export const ORDER_CHOICES = `query { orders(first: 100, sortKey: CREATED_AT, reverse: true) { nodes { id name } } }`;
export const PRODUCT_CHOICES = `query { products(first: 250, sortKey: UPDATED_AT, reverse: true) { nodes { id title } } }`;
export const VARIANT_CHOICES = `query { productVariants(first: 250) { nodes { id displayName } } }`;
export const STOCK_CHOICES = `query { productVariants(first: 250) { nodes { displayName inventoryItem { id } } } }`;
export const LOCATION_CHOICES = `query { locations(first: 100) { nodes { id name } } }`;
