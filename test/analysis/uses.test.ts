import * as fc from 'fast-check';
import { usesOf, withUse } from '../../src/analysis/uses';

const using = (text: unknown) => usesOf({ metadata: { annotations: { 'cdk8s-node-daemons/uses': text } } });

test('uses are separated by commas, and alternatives by bars', () => {
  expect(using('caches/red|caches/blue, logging/logd')).toEqual([['caches/red', 'caches/blue'], ['logging/logd']]);
  expect(using(' logd ,, | ')).toEqual([['logd']]);
  expect(using(7)).toEqual([]);
  expect(usesOf(undefined)).toEqual([]);
});

test('a use is written beside what the manifest has', () => {
  const manifest = { kind: 'Pod', metadata: { name: 'client', annotations: { a: 'b' } }, spec: {} };
  expect(withUse(withUse(manifest, ['logging/logd']), ['red', 'blue'])).toEqual({
    kind: 'Pod', metadata: { name: 'client', annotations: { 'a': 'b', 'cdk8s-node-daemons/uses': 'logging/logd, red|blue' } }, spec: {},
  });
});

test('whatever is written is read again, each use once', () => {
  const name = fc.stringMatching(/^([a-z]{1,3}\/)?[a-z]{1,3}$/);
  fc.assert(fc.property(fc.array(fc.array(name, { minLength: 1, maxLength: 3 }), { maxLength: 5 }), uses => {
    const written = uses.reduce((manifest, use) => withUse(manifest, use), {});
    expect(usesOf(written)).toEqual([...new Map(uses.map(use => [use.join(), use])).values()]);
    expect(uses.reduce((manifest, use) => withUse(manifest, use), written)).toEqual(written);
  }));
});
