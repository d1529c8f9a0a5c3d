/**
 * catalog: what an integration is, as pure data. One manifest makes the palette, the forms, the
 * documentation and the execution; the same shape whatever the origin (code, OpenAPI, MCP).
 */
export * from './manifest.ts';
export * from './is-destructive.ts';
export * from './auth-scheme.ts';
export * from './http-binding.ts';
export * from './signature-rule.ts';
export * from './trigger.ts';
export * from './json-schema.ts';
export * from './overlay.ts';
export * from './close-schema.ts';
export * from './findings.ts';
export * from './change.ts';
export * from './compare-manifests.ts';
export * from './search.ts';
export * from './stands-for.ts';
export * from './summary.ts';
export * from './import-endpoints.ts';
export * from './endpoints.ts';
