import { committed, EXAMPLES, synthesize } from './example';

test.each(EXAMPLES)('the committed output of %s is what its program writes', name => {
  expect(synthesize(name)).toEqual(committed(name));
});
