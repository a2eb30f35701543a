import { dns1035Label, dnsLabel, dnsSearchDomain, dnsSubdomain, maskTrailingDash, pathSegment } from '../../src/kubernetes/names';

const long = 'a'.repeat(64);

describe('a DNS label', () => {
  test.each(['a', 'a-b', '1', 'a'.repeat(63)])('may be %s', (name) => expect(dnsLabel(name)).toEqual([]));
  test.each(['', '-a', 'a-', 'A', 'a.b', 'a_b', 'ä'])('may not be %j', (name) => expect(dnsLabel(name)).toHaveLength(1));
  test('has 63 characters at most', () => expect(dnsLabel(long)).toEqual(['must be no more than 63 characters']));
});

describe('a label of RFC 1035', () => {
  test('starts with a letter', () => expect(dns1035Label('1a')).toHaveLength(1));
  test('may end with a digit', () => expect(dns1035Label('a1')).toEqual([]));
  test('has 63 characters at most', () => expect(dns1035Label(long)).toEqual(['must be no more than 63 characters']));
});

describe('a DNS subdomain', () => {
  test.each(['a', 'a.b', '1.2', `${'a'.repeat(63)}.b`, 'a'.repeat(253)])('may be %s', (name) => expect(dnsSubdomain(name)).toEqual([]));
  test.each(['', '.', 'a.', '.a', 'a..b', 'A.b', 'a_b'])('may not be %j', (name) => expect(dnsSubdomain(name)).toHaveLength(1));
  test('has 253 characters at most', () => expect(dnsSubdomain('a'.repeat(254))).toEqual(['must be no more than 253 characters']));
});

describe('a search domain', () => {
  test.each(['a.b', '_tcp.a', 'a_b'])('may be %s', (name) => expect(dnsSearchDomain(name)).toEqual([]));
  test.each(['A', 'a b', '..', '_'])('may not be %s', (name) => expect(dnsSearchDomain(name)).toHaveLength(1));
});

describe('a name in a URL', () => {
  test.each(['.', '..'])('may not be %s', (name) => expect(pathSegment(name)).toEqual([`may not be '${name}'`]));
  test('may contain neither a slash nor a percent sign', () => expect(pathSegment('a/%')).toEqual(["may not contain '/'", "may not contain '%'"]));
  test('may be anything else', () => expect(pathSegment('system:node Ä')).toEqual([]));
});

test('of a prefix the last dash counts as a letter', () => {
  expect(['agent-', 'a', '-', 'a--'].map(maskTrailingDash)).toEqual(['agena', 'a', '-', 'aa']);
});
