import { NodePlacement, NodePlatform, SecurityContext, Toleration } from '../../src';

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
