import { committed, manifests } from './example';
import { Analysis } from '../../src/analysis/analysis';

/** Ids of what is found in files of an example taken together, and nobody accepted. */
function found(example: string, ...files: string[]): string[] {
  const { findings } = Analysis.of(files.flatMap(file => manifests(example, file)));
  return findings.filter(({ acknowledged }) => acknowledged === undefined).map(({ id }) => id);
}

/** What every tutorial leaves out: requests, limits, a priority and an update in time. */
const LEFT_OUT = ['ND502', 'ND503', 'ND506', 'ND508'];

test.each([
  ['a log that is lost with the pod, at a port that is open to all', 't1-logd-tutorial', 'tutorial', ['ND218', 'ND501', 'ND605', 'ND902']],
  ['nothing but what it leaves out', 't3-serve-hostname-tutorial', 'tutorial', []],
  ['a probe of a port that is nowhere, and ports that are open to all', 't4-nginx-ingress-tutorial', 'tutorial', ['ND218', 'ND505', 'ND902']],
  ['a program that sleeps', 'f1-logcd-tutorial', 'tutorial', ['ND501', 'ND901']],
  ['the same on nodes of production', 'f1-logcd-tutorial', 'tutorial-production', ['ND501', 'ND901']],
])('of a tutorial is found %s: %s', (_, example, file, ids) => {
  expect(found(example, `${file}.k8s.yaml`)).toEqual([...LEFT_OUT, ...ids].sort());
});

test('that logcd may write all of /var/log is found, and accepted by its example', () => {
  expect(Analysis.of(manifests('f1-logcd-tutorial', 'tutorial.k8s.yaml')).findings.find(({ acknowledged }) => acknowledged !== undefined))
    .toMatchObject({ id: 'ND402', message: expect.stringContaining("'/var/log'") });
});

const BETTER = ['t1-logd', 't3-serve-hostname', 't4-ingress-nginx', 't5-node-cache', 'f1-logcd', 's3-glusterd', 's4-ceph'];

test.each(BETTER)('of the better version is nothing to say: %s', example => {
  const files = Object.keys(committed(example));
  expect(files.map(file => found(example, file))).toEqual(files.map(() => []));
});

test.each(BETTER)('nor of all its files together: %s', example => {
  expect(found(example, ...Object.keys(committed(example)))).toEqual([]);
});
