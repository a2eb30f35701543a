import { ChangeCheck } from './change-check';
import { Daemon } from '../daemon';
import { DaemonFacts } from '../daemon-facts';
import { factsOf } from '../facts-of';
import { listAt } from '../loose';
import { Severity } from '../severity';

/** ND703 */
export const privilegesGained: ChangeCheck = {
  id: 'ND703',
  severity: Severity.WARNING,
  title: 'The daemon may do more than before',
  text: 'Namespaces, ports, paths or capabilities of the node, or rights at the API server, that it did not have: worth a second pair of eyes in a review.',
  acknowledgeable: true,
  judge(before, after) {
    const [had, has] = [before, after].map(manifest => after.kind === 'DaemonSet' ? rightsOfDaemon(manifest) : rightsOfRole(manifest));
    const gained = has.filter(right => !had.includes(right));
    return gained.length === 0 ? [] : [{ message: `it gains ${gained.join(', ')}: give it only what its program needs` }];
  },
};

function rightsOfDaemon(manifest: any): string[] {
  const facts: DaemonFacts = factsOf(new Daemon(() => '', manifest), 0);
  return [
    ...facts.hostNamespaces.map(name => `the ${name} namespace of the node`),
    ...facts.hostPorts.map(({ protocol, port }) => `port ${protocol} ${port} of the node`),
    ...facts.hostPaths.map(({ path }) => `sight of ${path}`),
    ...facts.hostPaths.filter(({ writers }) => writers.length > 0).map(({ path }) => `writing ${path}`),
    ...facts.privileged.map(name => `a privileged container '${name}'`),
    ...facts.capabilities.map(name => `the capability ${name}`),
  ];
}

function rightsOfRole(manifest: any): string[] {
  if (!['Role', 'ClusterRole'].includes(manifest.kind)) {
    return [];
  }
  return listAt(manifest, 'rules').flatMap(rule => listAt(rule, 'verbs').flatMap(verb => [
    ...listAt(rule, 'resources').flatMap(resource => listAt(rule, 'apiGroups').map(group => `${verb} ${resource}${group === '' ? '' : `.${group}`}`)),
    ...listAt(rule, 'nonResourceURLs').map(url => `${verb} ${url}`),
  ]));
}
