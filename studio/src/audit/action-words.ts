const WORDS: Record<string, string> = {
  'access.changeMember': 'gave another role to a person',
  'access.changePassword': 'changed the own password',
  'access.createProject': 'made a project',
  'access.createToken': 'made a token for programs',
  'access.deleteProject': 'deleted a project',
  'access.inviteMember': 'invited a person',
  'access.joinProject': 'took an invitation',
  'access.makePasswordLink': 'made a link for a new password',
  'access.removeMember': 'removed a person',
  'access.renameProject': 'renamed a project',
  'access.revokeInvitation': 'took an invitation back',
  'access.revokeToken': 'ended a token for programs',
  'access.setPassword': 'chose a new password by a link',
  'access.setUpOwner': 'made the first owner',
  'access.signIn': 'signed in',
  'access.signOut': 'signed out',
  'catalog.installImport': 'installed an imported connector',
  'catalog.removeImport': 'removed an imported connector',
  'connections.authorize': 'went to the provider to authorize',
  'connections.authorized': 'stored a token from the provider',
  'connections.blocked': 'refused an address',
  'connections.create': 'made a connection',
  'connections.delete': 'deleted a connection',
  'connections.deleteOAuthApp': 'removed an OAuth application',
  'connections.finishAuthorization': 'came back from the provider',
  'connections.putOAuthApp': 'stored an OAuth application',
  'connections.putSecret': 'stored a secret',
  'connections.registeredClient': 'registered Patchbay at the provider',
  'connections.rotateKeys': 'changed the keys of the secrets',
  'connections.startDevice': 'began to authorize on another device',
  'connections.status': 'noted the state of a connection',
  'connections.test': 'tested a connection',
  'connections.update': 'changed a connection',
  'flows.create': 'made a flow',
  'flows.delete': 'deleted a flow',
  'flows.edit': 'edited a draft',
  'flows.move': 'moved a flow to another project',
  'flows.update': 'changed a flow',
  'mapping.deleteFunction': 'deleted a function',
  'mapping.saveFunction': 'saved a function',
  'runs.acceptShapes': 'took what came as what is expected',
  'runs.cancel': 'cancelled a run',
  'runs.changeWorkbench': 'changed what test runs use',
  'runs.continue': 'let a paused run go on',
  'runs.listen': 'listened for webhook samples',
  'runs.makeAddress': 'made an address for a trigger',
  'runs.retry': 'retried a run',
  'runs.start': 'started a run',
  'testing.callAction': 'called an action by hand',
  'testing.createTest': 'made a test',
  'testing.deleteTest': 'deleted a test',
  'testing.importTests': 'imported tests',
  'testing.replayRuns': 'ran failed runs again',
  'testing.runTests': 'ran tests',
  'testing.saveRun': 'saved a run as a test',
  'testing.schedule': 'changed when tests run',
  'testing.testNode': 'tested a step',
  'testing.updateTest': 'changed a test',
  'versions.publish': 'published a version',
  'versions.setLive': 'changed what is live',
};

/** What was refused is told as an attempt. */
const REFUSED: Record<string, string> = {
  'access.changePassword': 'was refused another password',
  'access.joinProject': 'was refused with an invitation',
  'access.signIn': 'was refused at sign-in',
  'connections.finishAuthorization': 'was refused on the way back from a provider',
};

/** An action in words; one we have no words for is said as its name. */
export function actionWords(action: string, isRefused = false): string {
  const refused = isRefused ? REFUSED[action] : undefined;
  return refused ?? WORDS[action] ?? action.split('.').join(': ');
}

/** All actions that have words, as something to choose from. */
export function actionChoices(): { action: string; words: string }[] {
  return Object.entries(WORDS)
    .map(([action, words]) => ({ action, words }))
    .toSorted((a, b) => a.words.localeCompare(b.words));
}
