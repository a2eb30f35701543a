import { defaultPullPolicy, parseImage } from '../../src/kubernetes/image-reference';

const DIGEST = `sha256:${'0'.repeat(64)}`;

describe('an image', () => {
  test.each([
    ['busybox', 'Always'],
    ['busybox:latest', 'Always'],
    ['localhost:5000/a/b', 'Always'],
    ['busybox:1.2', 'IfNotPresent'],
    ['example.com:5000/a/b:1', 'IfNotPresent'],
    [`busybox@${DIGEST}`, 'IfNotPresent'],
    [`busybox:latest@${DIGEST}`, 'Always'],
    ['UPPER', 'IfNotPresent'],
    ['a b', 'IfNotPresent'],
    ['', 'IfNotPresent'],
  ])('%s is pulled %s', (image, policy) => expect(defaultPullPolicy(image)).toBe(policy));

  test('has a tag, a digest or both', () => {
    expect(parseImage(`a:1@${DIGEST}`)).toEqual({ tag: '1', digest: DIGEST });
    expect(parseImage(`a@${DIGEST}`)).toEqual({ tag: '', digest: DIGEST });
  });
});
