import { findingsOf } from '../checks';
import { daemonSet } from '../objects';

const account = (name: string, namespace = 'agents') => ({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } });
const messages = (pod: object, cluster: any[]) => findingsOf('ND307', [daemonSet(pod)], { cluster }).map(({ message }) => message.split(',')[0]);

test('of a namespace that the cluster file does not show, nothing is known', () => {
  expect(messages({ serviceAccountName: 'agent' }, [account('default', 'other')])).toEqual([]);
});

test('the system priority classes are in every cluster', () => {
  const classes = [{ apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'mine' }, value: 1 }];
  expect(messages({ priorityClassName: 'system-node-critical' }, classes)).toEqual([]);
  expect(messages({ priorityClassName: 'mine' }, classes)).toEqual([]);
  expect(messages({ priorityClassName: 'yours' }, classes)).toEqual(["there is no PriorityClass 'yours'"]);
});

test('what is optional may be missing, unless another container needs it', () => {
  const cluster = [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'kube-root-ca.crt', namespace: 'agents' } }];
  const reading = (...optional: boolean[]) => ({
    containers: optional.map((isOptional, i) => ({ name: `c${i}`, image: 'c:1', envFrom: [{ configMapRef: { name: 'settings', optional: isOptional } }] })),
  });
  expect(messages(reading(true), cluster)).toEqual([]);
  expect(messages(reading(false, true), cluster)).toEqual(["there is no ConfigMap 'settings' in namespace 'agents'"]);
});
