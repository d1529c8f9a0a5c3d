import { signatureRuleSchema, type SignatureRule } from '@patchbay/shared/catalog';
import type { SignatureConfig } from '@patchbay/shared/flows';

/** How senders sign that people choose by name; facts from their public documentation. */
const SCHEMES: Record<SignatureConfig['scheme'], SignatureRule> = {
  github: rule({ from: 'x-hub-signature-256', prefix: 'sha256=' }),
  shopify: rule({ from: 'x-shopify-hmac-sha256', encoding: 'base64' }),
  stripe: rule({
    from: 'stripe-signature',
    prefix: 'v1=',
    text: '{timestamp}.{body}',
    toleranceS: 300,
  }),
  slack: rule({
    from: 'x-slack-signature',
    prefix: 'v0=',
    timestampHeader: 'x-slack-request-timestamp',
    text: 'v0:{timestamp}:{body}',
    toleranceS: 300,
  }),
  'standard-webhooks': rule({
    from: 'webhook-signature',
    prefix: 'v1,',
    separator: ' ',
    encoding: 'base64',
    timestampHeader: 'webhook-timestamp',
    idHeader: 'webhook-id',
    text: '{id}.{timestamp}.{body}',
    toleranceS: 300,
    key: 'base64',
    secretPrefix: 'whsec_',
  }),
  custom: rule({ from: 'x-signature' }),
};

function rule(facts: Parameters<typeof signatureRuleSchema.parse>[0]): SignatureRule {
  return signatureRuleSchema.parse(facts);
}

/** The rule of a webhook trigger: its scheme, and what the person set of their own. */
export function ruleOf({ scheme, ...given }: SignatureConfig): SignatureRule {
  const { header, prefix, encoding, toleranceS } = given;
  return {
    ...SCHEMES[scheme],
    ...(header && { from: header }),
    ...(prefix !== undefined && { prefix }),
    ...(encoding && { encoding }),
    ...(toleranceS !== undefined && { toleranceS }),
  };
}
