import { readText } from '../../../cli/read/read-text';

const DAEMON = `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: agent
  labels:
    app.kubernetes.io/name: agent
spec:
  template:
    spec:
      containers:
        - name: agent
          # the newest
          image: agent:1
        - name: helper
          image: helper:1
`;

const read = (text: string | Buffer) => readText(Buffer.from(text as string), 'file.yaml');
const bad = (text: string | Buffer) => read(text).bad.map(({ line, document, message }) => ({ line, document, message }));
const names = (text: string) => read(text).manifests.map(({ object }) => object.metadata?.name as string);
const named = (name: string) => `{apiVersion: v1, kind: Pod, metadata: {name: ${name}}}\n`;

describe('the line of a field', () => {
  const line = (text: string, path?: string) => read(text).manifests[0].lineOf(path);

  test.each([
    [undefined, 1], ['kind', 2], ['metadata.labels[app.kubernetes.io/name]', 6], ['spec.template.spec.containers[0].image', 13], ['spec.template.spec.containers[1]', 14],
    ['spec.template.spec.containers[1].image', 15], ['spec.template.spec.containers[1].ports[0].hostPort', 14], ['spec.template.spec.hostPID', 9], ['status', 1],
  ])('%s is in line %s', (path, expected) => {
    expect(line(DAEMON, path)).toBe(expected);
  });

  test('it is the same whoever reads the text: the fast reader, the library or the one of JSON', () => {
    const path = 'spec.template.spec.containers[1].image';
    expect(line(`# c\n---\n${DAEMON}`, path)).toBe(17);
    expect(line(`# c\n---\n${DAEMON}  x: !!int 1\n`, path)).toBe(17);
    expect(line(JSON.stringify(read(DAEMON).manifests[0].object, undefined, 2), path)).toBe(20);
  });

  test('it counts in the file, not in the document', () => {
    expect(read(`${DAEMON}---\n${DAEMON}`).manifests[1].lineOf('kind')).toBe(18);
  });

  test('what stands behind an alias is where its anchor is', () => {
    expect(line('apiVersion: v1\nkind: A\na: &a\n  c: 1\nb: *a\n', 'b.c')).toBe(4);
  });

  test('items of a List have lines of their own', () => {
    const { manifests } = read('apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: A\n- apiVersion: v1\n  kind: B\n  x: 1\n');
    expect(manifests.map((manifest) => [manifest.lineOf(), manifest.lineOf('kind'), manifest.lineOf('x')])).toEqual([[4, 5, 4], [6, 7, 8]]);
  });
});

describe('a file of many documents', () => {
  test('documents of comments do not count', () => {
    expect(read(`# c\n---\n# c\n---\n${named('a')}---\n---\n${named('b')}`).manifests.map(({ document }) => document)).toEqual([1, 2]);
  });

  test('what is broken does not stop the rest', () => {
    const text = `${named('a')}---\na: b: c\n---\n${named('b')}--- x\nlost: true\n---\n${named('c')}`;
    expect(names(text)).toEqual(['a', 'b', 'c']);
    expect(bad(text)).toEqual([
      { line: 3, document: 2, message: 'Nested mappings are not allowed in compact mappings' },
      { line: 6, document: 4, message: '"--- x" is no separator of documents: put nothing but a comment after the dashes' },
    ]);
  });

  test('values of JSON may stand one behind the other', () => {
    const json = '{"apiVersion":"v1","kind":"Pod",\n"metadata":{"name":"a"}}';
    expect(names(`${json}\n${json}${json}`)).toEqual(['a', 'a', 'a']);
    expect(read(`${json}\n${json}${json}`).manifests.map((manifest) => manifest.lineOf('metadata.name'))).toEqual([2, 4, 5]);
  });

  test('what follows three dots is not read, and said', () => {
    expect(bad(`${named('a')}...\n${named('b')}`)).toEqual([{ line: 3, document: 1, message: 'what follows "..." is not read by Kubernetes: begin a document with "---"' }]);
  });

  test('a List of Lists is all its items, and a DaemonSetList says what they are', () => {
    expect(names(`kind: List\napiVersion: v1\nitems:\n- kind: List\n  apiVersion: v1\n  items: [${named('a').trim()}]\n- ${named('b')}`)).toEqual(['a', 'b']);
    expect(read('kind: DaemonSetList\napiVersion: apps/v1\nitems:\n- metadata: {name: a}\n').manifests[0].object)
      .toEqual({ apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'a' } });
  });
});

describe('one line of what is wrong', () => {
  test.each([
    ['a key that is there twice', 'apiVersion: v1\nkind: A\na: 1\na: 2\n', 4, 'the key "a" stands there twice; Kubernetes takes the last'],
    ['the same in JSON', '{"apiVersion":"v1",\n"kind":"A","a":1,\n"a":2}', 3, 'the key "a" stands there twice; Kubernetes takes the last'],
    ['a tab', 'kind: A\n\tb: 1\n', 2, 'a tab stands where only spaces may indent'],
    ['an open bracket', 'kind: A\na: [1,\n  2\n', 3, 'Flow sequence in block collection must be sufficiently indented and end with a ]'],
    ['an open quote', 'kind: A\na: "b\nc: 1\n', 2, 'the quote is not closed, or a line within the quotes is not indented'],
    ['infinity', 'kind: A\na: .inf\n', 2, 'JSON, and so Kubernetes, knows no .inf and no .nan: put it in quotes'],
    ['an alias of nothing', 'kind: A\na: *x\n', 2, 'there is no anchor "&x" before this alias'],
    ['an anchor in itself', 'kind: A\na: &x [*x]\n', 2, 'the anchor "x" contains itself'],
    ['a null key', 'kind: A\n~: 1\n', 2, 'a key is empty or null: give it a name'],
    ['a key that is a list', 'kind: A\n[a]: 1\n', 2, 'a key is an object or a list: put it in quotes'],
    ['a key without a colon', 'kind: A\n? a\n- b\n', 2, 'a key without a colon: write "key: value"'],
    ['a directive', '%YAML 1.1\n---\n', 1, 'kubectl takes no directives such as %YAML: remove the line, or put a text that begins with % in quotes'],
    ['a dash within brackets', 'kind: A\na: [b, -\n  ]\n', 2, 'put "-" in quotes: within brackets it begins nothing'],
    ['a list', '- a\n', 1, 'a Kubernetes object is expected, this is a list'],
    ['a text', '# c\nabc\n', 2, 'a Kubernetes object is expected, this is a text'],
    ['no manifest at all', 'a: 1\n', 1, 'this is no Kubernetes object: it has neither apiVersion nor kind'],
    ['no kind', 'apiVersion: v1\n', 1, 'kind is missing'],
    ['a kind that is no text', 'apiVersion: v1\nkind: 1\n', 2, 'kind must be a text, this is a number'],
    ['metadata that is no object', 'apiVersion: v1\nkind: A\nmetadata: []\n', 3, 'metadata must be an object, this is a list'],
    ['items that are no list', 'apiVersion: v1\nkind: List\nitems: {}\n', 3, '"items" of a List is no list'],
    ['an item that is no manifest', 'apiVersion: v1\nkind: List\nitems:\n- 1\n', 4, 'items[0]: a Kubernetes object is expected, this is a number'],
    ['a template in the structure', 'kind: A\n{{- if .Values.x }}\na: 1\n{{- end }}\n', 2, 'this is a Helm template: render it first, with "helm template"'],
    ['a template in a value', 'apiVersion: v1\nkind: A\na: x-{{ .Values.x }}\n', 3, 'this is a Helm template: render it first, with "helm template"'],
    ['too deep', `kind: A\na: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`, 2, 'objects and lists lie too deep in each other'],
    ['too deep in JSON', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, 1, 'objects and lists lie too deep in each other'],
  ])('%s', (_name, text, line, message) => {
    expect(bad(text)).toEqual([{ line, document: 1, message }]);
  });

  test('aliases that multiply', () => {
    const levels = [...'abcdefghi'].map((name, i, all) => `${name}: &${name} [${Array(9).fill(i === 0 ? 'x' : `*${all[i - 1]}`).join(',')}]\n`);
    expect(bad(levels.join(''))).toMatchObject([{ message: 'aliases (*name) make this document too large' }]);
  });

  test('braces in a message of a ConfigMap are no template', () => {
    expect(read('apiVersion: v1\nkind: ConfigMap\ndata:\n  a: "{{ .Values.x }}"\n').manifests).toHaveLength(1);
    expect(read('apiVersion: v1\nkind: Rule\na: "{{ $labels.x }}"\n').manifests).toHaveLength(1);
  });
});

describe('bytes', () => {
  test('a mark at the beginning and line ends of Windows are read', () => {
    expect(read(`\ufeff${DAEMON.replaceAll('\n', '\r\n')}`).manifests).toMatchObject([{ object: read(DAEMON).manifests[0].object }]);
  });

  test.each([
    ['UTF-16', Buffer.from(`\ufeff${DAEMON}`, 'utf16le'), 1, 'the file is UTF-16: save it as UTF-8'],
    ['no UTF-8', Buffer.from('kind: A\na: \xff\n', 'latin1'), 2, 'here are bytes that are no UTF-8: save the file as UTF-8'],
    ['a zero', Buffer.from('kind: A\na: \0\n'), 2, 'here is the control character U+0000: write it as an escape in double quotes'],
    ['line ends of long ago', Buffer.from('kind: A\ra: 1\r'), 1, 'a carriage return without a line feed: save the file with Unix or Windows line ends'],
    ['too much', Buffer.alloc(100_000_000, 'a: b\n'), 1, 'the file has 96 MiB; more than 64 are not read: split it'],
  ])('%s', (_name, bytes, line, message) => {
    expect(bad(bytes)).toEqual([{ line, document: undefined, message }]);
  });

  test('nothing is no manifest, and nothing wrong', () => {
    expect(read('')).toEqual({ manifests: [], bad: [] });
  });
});
