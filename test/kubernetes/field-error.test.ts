import { duplicate, forbidden, invalid, notFound, notSupported, renderError, required, tooLong, tooMany } from '../../src/kubernetes/field-error';
import { FieldPath } from '../../src/kubernetes/field-path';

const AT = FieldPath.root('spec').child('ports').index(1).child('port');

describe('an error reads as Kubernetes prints it', () => {
  test.each([
    [required(AT), 'spec.ports[1].port: Required value'],
    [required(AT, 'one of them'), 'spec.ports[1].port: Required value: one of them'],
    [invalid(AT, 70000, 'must be less'), 'spec.ports[1].port: Invalid value: 70000: must be less'],
    [invalid(AT, 'a"b', 'no'), 'spec.ports[1].port: Invalid value: "a\\"b": no'],
    [invalid(AT, { a: 1 }, 'no'), 'spec.ports[1].port: Invalid value: {"a":1}: no'],
    [duplicate(AT, 'x'), 'spec.ports[1].port: Duplicate value: "x"'],
    [forbidden(AT, 'not now'), 'spec.ports[1].port: Forbidden: not now'],
    [notSupported(AT, 'a', ['b', 'c']), 'spec.ports[1].port: Unsupported value: "a": supported values: "b", "c"'],
    [notFound(AT, 'x'), 'spec.ports[1].port: Not found: "x"'],
    [tooLong(AT, 63), 'spec.ports[1].port: Too long: may not be more than 63 bytes'],
    [tooMany(AT, 4, 3), 'spec.ports[1].port: Too many: 4: must have at most 3 items'],
  ])('%#', (error, line) => expect(renderError(error)).toBe(line));
});

test('a key of a map stands in brackets in a path', () => {
  expect(String(FieldPath.root('metadata').child('labels').key('example.com/a'))).toBe('metadata.labels[example.com/a]');
});
