import { ALL_CHECKS, exampleOf } from './checks';
import { checkDaemon, checkDaemons } from '../../src/analysis/check-daemon';
import { Daemon } from '../../src/analysis/daemon';
import { daemonOf } from '../../src/analysis/daemon-of';
import { byKind, ObjectSet } from '../../src/analysis/object-set';
import * as reading from '../../src/analysis/reading';
import { Severity } from '../../src/analysis/severity';

const EXAMPLES = ALL_CHECKS.flatMap(({ id }) => Object.entries(exampleOf(id) ?? {}).filter(([name]) => ['fails', 'holds'].includes(name))
  .map(([name, manifests]): [string, any[]] => [`${id} ${name}`, manifests]));

function setOf(manifests: any[]): { daemons: Daemon[]; objects: ObjectSet } {
  const daemons = manifests.flatMap(manifest => daemonOf(manifest, { isConstruct: true }) ?? []);
  return { daemons, objects: new ObjectSet(daemons, byKind(manifests)) };
}

describe.each(EXAMPLES)('the daemons of the example %s', (_example, manifests) => {
  afterEach(() => jest.restoreAllMocks());

  test('are read once, though they are forgotten before they are compared', () => {
    const { daemons, objects } = setOf(manifests);
    const read = jest.spyOn(reading, 'readingOf');
    checkDaemons(daemons, objects, Severity.ERROR);
    expect(read).toHaveBeenCalledTimes(daemons.length);
  });

  test('have the findings that they have when all of them are held', () => {
    const together = setOf(manifests);
    const held = setOf(manifests);
    const ids = (findings: readonly { check: { id: string }; message: string }[]) => findings.map(({ check: { id }, message }) => `${id} ${message}`);
    expect(checkDaemons(together.daemons, together.objects, Severity.ERROR).map(ids))
      .toEqual(held.daemons.map(daemon => ids(checkDaemon(daemon, held.objects, (_check, severity) => severity === Severity.ERROR))));
  });
});
