import { Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { cacheIn } from './tcp';
import { NodeAddress, NodeLocalExposure } from '../../src';
import { LINES, OURS, outcomeOf, podOfWired, REFUSED, wiringTable } from '../core/workloads';

const ADDED = [{ name: 'HOST_IP', valueFrom: { fieldRef: { fieldPath: 'status.hostIP' } } }, { name: 'CACHE', value: '$(HOST_IP):6379' }];
const WORKLOADS = 'a Deployment, StatefulSet, DaemonSet, Job, CronJob, Pod or another object with a pod template';

function connect(chart: Chart, workload: IConstruct): void {
  cacheIn(chart, { exposure: NodeLocalExposure.hostPort() }).connect(workload, { CACHE: NodeAddress.hostPort() });
}

describe.each(Object.entries(LINES))('%s', (_line, kinds) => {
  test.each(Object.entries(kinds))('%s is told the address', (_kind, make) => {
    expect(podOfWired(make, connect).containers.map(({ env }: any) => env)).toEqual([ADDED]);
  });
});

test.each(Object.entries(OURS))('%s is told the address behind its own variables', (_name, make) => {
  const pod = podOfWired(make, connect);
  expect(pod.containers.map(({ env }: any) => env.slice(-2))).toEqual(pod.containers.map(() => ADDED));
});

test('what cannot be told says what is allowed, and what to give', () => {
  const noTemplate = 'it has no pod template where workloads have theirs: give the object that makes the pods';
  expect(Object.fromEntries(Object.entries(REFUSED).map(([what, make]) => [what, outcomeOf(make, connect).replace('app/cache: ', '')]))).toEqual({
    'Service': `'app/client' must be ${WORKLOADS}, got 'v1 Service': ${noTemplate}`,
    'ConfigMap of cdk8s-plus': `'app/client/Resource' must be ${WORKLOADS}, got 'v1 ConfigMap': ${noTemplate}`,
    'Chart': `'client' must be one object, got 'a construct without one': give ${WORKLOADS}`,
    'construct without objects': `'app/client' must be one object, got 'a construct without one': give ${WORKLOADS}`,
    'Include of several manifests': "'app/file' must be one object, got 'a construct with 2 of them and none called Default': "
      + "give the one that makes the pods: 'app/file/client-deployment', 'app/file/client-service'",
    'JobSet, which has several templates': `'app/client' must be ${WORKLOADS}, got 'jobset.x-k8s.io/v1alpha2 JobSet': ${noTemplate}`,
    'Rollout of a Deployment elsewhere': `'app/client' must be ${WORKLOADS}, got 'argoproj.io/v1alpha1 Rollout': ${noTemplate}`,
    'manifest that is no construct': `workload must be ${WORKLOADS}, got {"kind":"Deployment","apiVersion":"apps/v1"}: give the construct, not its manifest`,
  });
});

test('the table has a line for each kind, and no wiring that fails', () => {
  const rows = wiringTable(connect).split('\n').slice(2).map(row => row.split(' | '));
  expect(rows).toHaveLength(9);
  expect(new Set(rows.flatMap(row => row.slice(1)).map(cell => cell.replace(' |', '')))).toEqual(new Set(['works', 'has none']));
});
