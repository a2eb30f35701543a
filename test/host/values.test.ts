import {
  NodeExpression, NodeOs, NodePlacement, NodePlatform, NodeTerm, PodAffinityTerm, SecurityContext, Toleration,
} from '../../src';

const PLATFORM = NodePlatform.standard();

describe('a prop that says undefined has its default', () => {
  test('tolerations of every node', () => {
    expect(NodePlacement.everyNode({ tolerations: undefined })._toWire(PLATFORM)).toEqual(NodePlacement.everyNode()._toWire(PLATFORM));
  });

  test('readOnlyRootFilesystem', () => {
    const contexts = [SecurityContext.restricted({ readOnlyRootFilesystem: undefined }), SecurityContext.root({ readOnlyRootFilesystem: undefined })];
    expect(contexts.map(context => context._toWire().readOnlyRootFilesystem)).toEqual([true, true]);
  });

  test('kubeletRoot', () => {
    expect(NodePlatform.standard({ kubeletRoot: undefined }).kubeletRoot).toBe('/var/lib/kubelet');
  });

  test('key, operator and value of a toleration', () => {
    const options: object = { key: undefined, operator: undefined, value: undefined };
    expect(Toleration.exists('a', options)._toWire()).toMatchObject({ key: 'a', operator: 'Exists' });
    expect(Toleration.equal('a', 'b', options)._toWire()).toMatchObject({ key: 'a', operator: 'Equal', value: 'b' });
  });
});

describe('what was handed in changes nothing when it changes later', () => {
  test('of a platform', () => {
    const facts = { logRoots: ['/logs'], virtualNodeLabels: { type: ['virtual'] }, readOnlyDirectories: ['/usr'], kubeletVisiblePaths: ['/dev'] };
    const platform = NodePlatform.of(facts);
    facts.logRoots.push('relative');
    facts.virtualNodeLabels.type.push('other');
    facts.readOnlyDirectories.push('/var');
    facts.kubeletVisiblePaths.push('/var');
    expect([platform.logRoots, platform.virtualNodeLabels]).toEqual([['/logs'], { type: ['virtual'] }]);
    expect([platform.isReadOnly('/var/log'), platform.kubeletSees('/var/log')]).toEqual([false, false]);
  });

  test.each([NodePlacement.everyNode, NodePlacement.workers, NodePlacement.exactly])('of a placement', placementOf => {
    const term = () => PodAffinityTerm.of({ topologyKey: 'a' });
    const affinity = () => ({ required: [term()], preferred: [{ weight: 1, term: term() }] });
    const options = () => ({
      os: NodeOs.LINUX,
      excludeVirtualNodes: true,
      nodeSelector: { a: 'b' },
      preferred: [{ weight: 1, term: NodeTerm.all(NodeExpression.exists('a')) }],
      podAffinity: affinity(),
      podAntiAffinity: affinity(),
      tolerations: [Toleration.exists('a')],
    });
    const given = options();
    const placement = placementOf(given);
    Object.assign(given, { os: NodeOs.WINDOWS, excludeVirtualNodes: false });
    given.nodeSelector.a = 'c';
    given.preferred[0].weight = 1000;
    for (const { required, preferred } of [given.podAffinity, given.podAntiAffinity]) {
      required.push(term());
      preferred[0].weight = 1000;
    }
    given.tolerations.push(Toleration.everything());
    expect(placement._toWire(PLATFORM)).toEqual(placementOf(options())._toWire(PLATFORM));
  });
});
