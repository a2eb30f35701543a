import {
  configKey, envName, headerName, inRange, isCIdentifier, isStrictEnvName, isSysctlName, parseInt64, percent, portName,
} from '../../src/kubernetes/formats';

describe('a port name', () => {
  test.each(['http', 'a1', '1a', 'a-b', 'a'.repeat(15)])('may be %s', (name) => expect(portName(name)).toEqual([]));
  test.each([
    ['', ['must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)', 'must contain at least one letter (a-z)']],
    ['80', ['must contain at least one letter (a-z)']],
    ['a--b', ['must not contain consecutive hyphens']],
    ['-a', ['must not begin or end with a hyphen']],
    ['a'.repeat(16), ['must be no more than 15 characters']],
  ])('may not be %j', (name, messages) => expect(portName(name)).toEqual(messages));
});

describe('a key of a ConfigMap', () => {
  test.each(['a', '.a', 'A_b.c', 'a'.repeat(253)])('may be %s', (key) => expect(configKey(key)).toEqual([]));
  test.each([['.', "must not be '.'"], ['..', "must not be '..'"], ['..a', "must not start with '..'"]])('may not be %s', (key, message) => {
    expect(configKey(key)).toEqual([message]);
  });
  test('has 253 characters at most', () => expect(configKey('a'.repeat(254))).toEqual(['must be no more than 253 characters']));
});

describe('the name of an environment variable', () => {
  test.each(['A', 'a b', '1', 'with.dot', '#'])('may be %j', (name) => expect(envName(name)).toEqual([]));
  test.each(['', 'A=B', 'ä', '\t'])('may not be %j', (name) => expect(envName(name)).toHaveLength(1));
  test('was stricter before 1.32', () => expect(['A.b-c_1', '1', 'a b', '.', '..a'].map(isStrictEnvName)).toEqual([true, false, false, false, false]));
});

test('a C identifier has letters, digits and underscores', () => {
  expect(['_a1', 'A', '1a', 'a-b', ''].map(isCIdentifier)).toEqual([true, true, false, false, false]);
});

test('a percentage is digits and a percent sign', () => {
  expect(['0%', '100%', '1000%'].map((text) => percent(text).length)).toEqual([0, 0, 0]);
  expect(['%', '5', '-5%', '1.5%'].map((text) => percent(text).length)).toEqual([1, 1, 1, 1]);
});

test('the name of a header has letters, digits and dashes', () => {
  expect(['X-A', 'a'].map((text) => headerName(text).length)).toEqual([0, 0]);
  expect(['', 'a:', 'a b'].map((text) => headerName(text).length)).toEqual([1, 1, 1]);
});

test('a kernel parameter has dots or slashes', () => {
  expect(['a', 'net.ipv4.x', 'net/ipv4/eth0.100', 'a_b-c'].map(isSysctlName)).toEqual([true, true, true, true]);
  expect(['', 'A', '.a', 'a.', 'a..b', 'a'.repeat(254)].map(isSysctlName)).toEqual([false, false, false, false, false, false]);
});

test('a number in a range says so', () => {
  expect(inRange(5, 1, 5)).toEqual([]);
  expect(inRange(6, 1, 5)).toEqual(['must be between 1 and 5, inclusive']);
});

test('Go reads a number of 64 bits with a sign and leading zeros', () => {
  expect(['007', '+5', '-5', '9223372036854775807'].map(parseInt64)).toEqual([7n, 5n, -5n, 9223372036854775807n]);
  expect(['', '5.0', '0x1', '1_0', '9223372036854775808', ' 5'].map(parseInt64)).toEqual(Array(6).fill(undefined));
});
