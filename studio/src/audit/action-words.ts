const WORDS: Record<string, string> = {
  'access.setUpOwner': 'made the first owner',
  'access.signIn': 'signed in',
  'access.signOut': 'signed out',
  'access.signInRefused': 'was refused at sign-in',
  'flows.create': 'made a flow',
  'flows.update': 'renamed or moved a flow',
  'flows.delete': 'deleted a flow',
  'flows.edit': 'edited a draft',
  'versions.publish': 'published a version',
  'versions.setLive': 'changed what is live',
  'runs.start': 'started a run',
  'runs.cancel': 'cancelled a run',
  'runs.retry': 'retried a run',
  'runs.listen': 'listened for webhook samples',
  'connections.create': 'made a connection',
  'connections.update': 'changed a connection',
  'connections.delete': 'deleted a connection',
  'connections.test': 'tested a connection',
  'connections.putSecret': 'stored a secret',
  'testing.testNode': 'tested a node',
};

/** An action in words; one we have no words for is said as its name. */
export function actionWords(action: string): string {
  return WORDS[action] ?? action.split('.').join(': ');
}
