import { findingsOf } from './checks';

const daemon = (pod: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'agent', namespace: 'monitoring' },
  spec: {
    selector: { matchLabels: { app: 'agent' } },
    template: { metadata: { labels: { app: 'agent' } }, spec: { containers: [{ name: 'agent', image: 'example.com/agent:1.0' }], ...pod } },
  },
});
const quota = (spec: object, status?: object) => ({ apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'quota', namespace: 'monitoring' }, spec, status });
const full = quota({ hard: { pods: '2' } }, { used: { pods: '2' } });
const refusals = (manifests: any[], cluster: any[] = []) => findingsOf('ND805', manifests, { cluster }).map(({ message }) => message);

describe('a quota of which the cluster says what is used', () => {
  test('refuses a daemon that is new', () => expect(refusals([daemon()], [full])).toEqual([
    "ResourceQuota 'quota' refuses the pods: one pod takes 1 of pods, and 2 of 2 is used: raise the quota",
  ]));
  test('says nothing of a daemon that is there, for its own pods may be what it counts', () => expect(refusals([daemon()], [full, daemon()])).toEqual([]));
  test('counts from nothing where a manifest replaces it', () => expect(refusals([daemon(), quota({ hard: { pods: '2' } })], [full])).toEqual([]));
});

describe('a quota for a priority class', () => {
  const critical = (operator: string, values?: string[]) => quota({ hard: { pods: '0' }, scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator, values }] } });
  test('is about the pods of that class', () => {
    expect(refusals([daemon({ priorityClassName: 'high' }), critical('In', ['high'])])).toHaveLength(1);
    expect(refusals([daemon({ priorityClassName: 'low' }), critical('In', ['high'])])).toEqual([]);
  });
  test('is about pods that get the class because it is the default', () => {
    const classes = [{ name: 'other', value: 5 }, { name: 'high', value: 1 }]
      .map(({ name, value }) => ({ apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name }, value, globalDefault: true }));
    expect(refusals([daemon(), critical('In', ['high'])])).toEqual([]);
    expect(refusals([daemon(), critical('In', ['high']), ...classes])).toHaveLength(1);
  });
});

test('what a daemon that is refused itself would get does not matter', () => {
  expect(refusals([daemon({ containers: [] }), quota({ hard: { pods: '0' } })])).toEqual([]);
});
