import { committed, EXAMPLES, manifests } from './example';
import { admitCompanion } from '../../src/kubernetes/companion-admission';
import type { Companion } from '../../src/kubernetes/decode';
import { compareAdmission, compareCreation } from '../kubernetes/differential/comparison';
import { KINDS } from '../kubernetes/schema-source';
import { answerOf } from '../kubernetes/verdicts/answer';
import { fileOfExample, readVerdicts } from '../kubernetes/verdicts/files';
import type { Manifest } from '../kubernetes/verdicts/verdict';
import { digestOf, isForeign, nameOf } from '../kubernetes/verdicts/verdict';

/** What is not accepted without a warning, and why that is right. */
const EXCEPTIONS: { readonly [object: string]: { accepted: boolean; decodeErrors?: string[]; warnings?: string[] } } = {
  // It shows how a field is written that no release has: Kubernetes refuses it until there is one.
  'newest-fields DaemonSet gpu/gpu-inspector-c8ddde66': { accepted: false, decodeErrors: ['unknown field "spec.template.spec.fieldOfTheFuture"'] },
};

const ALL = EXAMPLES.flatMap(name => Object.keys(committed(name)).flatMap(file =>
  manifests(name, file).map((manifest: Manifest) => [`${name}/${file}`, nameOf(manifest), manifest, name] as const)));

describe.each(ALL)('%s: %s', (_file, object, manifest, example) => {
  const verdict = readVerdicts(fileOfExample(example)).get(digestOf(manifest));

  test('is what Kubernetes was asked about', () => {
    expect(verdict === undefined ? 'npm run judge:update' : 'asked').toBe('asked');
  });

  test('is accepted without a warning, or its exception stands above', () => {
    const { accepted, unjudged, decodeErrors, errors, podErrors, warnings } = verdict!;
    // What only the resource definition of another project describes, that project's own types judge: npm run programs.
    const expected = EXCEPTIONS[`${example} ${object}`] ?? (isForeign(manifest) ? { accepted: false, unjudged } : { accepted: true });
    expect({ accepted, unjudged, decodeErrors, errors, podErrors, warnings }).toEqual(expected);
  });

  // What cdk8s-plus makes of its own kinds is not ours to judge.
  const isOurs = `${manifest.apiVersion} ${manifest.kind}` in KINDS;
  if (!isOurs) { return; }

  test('is defaulted and judged by src/kubernetes as by Kubernetes', () => {
    const answer = answerOf(verdict!, manifest);
    const difference = manifest.kind === 'DaemonSet'
      ? compareCreation(manifest, answer)
      : compareAdmission(admitCompanion(manifest.kind as Companion, manifest), answer);
    expect(difference).toBeUndefined();
  });
});

test('no exception is left over', () => {
  const objects = ALL.map(([, object, , example]) => `${example} ${object}`);
  expect(Object.keys(EXCEPTIONS).filter(object => !objects.includes(object))).toEqual([]);
});
