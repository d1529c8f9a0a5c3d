/**
 * The connector SDK: all that a connector may know of Patchbay. A connector declares itself with
 * `defineConnector` and `defineAction`, works through its context, and throws one of the errors here.
 * The runtime calls it through `openContext`, then `callAction`, `listOptions` or `testConnection`.
 */
export * from './allowed-hosts.ts';
export * from './auth-schemes.ts';
export * from './authorised-http.ts';
export * from './call.ts';
export * from './call-tool.ts';
export { checkSchema } from './check-schema.ts';
export * from './check-status.ts';
export * from './context.ts';
export * from './data-connector.ts';
export * from './define-action.ts';
export * from './define-connector.ts';
export * from './define-http-action.ts';
export * from './define-trigger.ts';
export { destructiveSql } from './destructive-sql.ts';
export { OFFLINE, type McpSignIn } from './discover-sign-in.ts';
export * from './encode-body.ts';
export * from './errors.ts';
export * from './file-value.ts';
export * from './graph-subscription.ts';
export * from './host-fields.ts';
export * from './http.ts';
export * from './keep-clients.ts';
export * from './list-tools.ts';
export * from './look-for-items.ts';
export * from './mcp-place.ts';
export * from './message-content.ts';
export * from './network-problem.ts';
export * from './new-file-trigger.ts';
export * from './new-files.ts';
export * from './new-row-trigger.ts';
export * from './new-rows.ts';
export * from './open-context.ts';
export * from './open-socket.ts';
export * from './read-icon.ts';
export * from './paths.ts';
export * from './programs.ts';
export * from './provider-errors.ts';
export * from './provider-sign-in.ts';
export * from './remote-file-actions.ts';
export * from './remote-files.ts';
export * from './remote-folder.ts';
export * from './row-actions.ts';
export * from './row-fields.ts';
export * from './schema.ts';
export * from './watch.ts';
export * from './webhook-calls.ts';
export * from './send-http.ts';
export * from './sign-aws.ts';
export { stepKey } from './step-key.ts';
export * from './tls-fields.ts';
export * from './tls-options.ts';
export * from './to-file-value.ts';
export * from './tool-output.ts';
export * from './use-client.ts';
