import fc from 'fast-check';
import { optionOf, undocumented, undocumentedSettings } from './options';
import { parseLogstash, Placed, Plugin, Value } from './parse';
import { configurationOf, logstash, PIPELINES } from './pipelines';
import { LogCollectorProps, LogField, LogFilter, LogSink, SecretValue } from '../../../src';

test.each(Object.keys(PIPELINES))('every plugin, option and setting is one that its documentation has: %s', what => {
  const { config, settings } = logstash(PIPELINES[what]());
  expect([...undocumented(parseLogstash(config)).filter(plugin => plugin !== 'output:null'), ...undocumentedSettings(settings)]).toEqual([]);
});

test('an option that no documentation has is found', () => {
  const config = 'input { file { paths => "/a" codec => multi { } } }\noutput { stdin { } }';
  expect(undocumented(parseLogstash(config))).toEqual(['input:file paths', 'codec:multi', 'output:stdin']);
});

/** Plugins, conditions and names of options: all that a text of the user must leave as it is. */
function shape(plugins: readonly Placed[]): unknown {
  const of = ({ name, options }: Plugin): unknown => [name, options.map(([option, value]) => [option, typeof value === 'object' && 'options' in value ? of(value) : Array.isArray(value)])];
  return plugins.map(plugin => [plugin.section, plugin.conditions.length, of(plugin)]);
}

function texts(value: Value | Plugin): string[] {
  return typeof value === 'string' ? [value] : typeof value === 'number' ? [] : 'options' in value ? value.options.flatMap(([, inner]) => texts(inner)) : value.flatMap(texts);
}

const TEXT = fc.string({ unit: fc.constantFrom('\'', '"', '\\', '#', '{', '}', '<', '/', '@', '%', '[', ']', '$', '(', ' ', 'a', 'n', '0', 'é', '=', '>'), minLength: 1, maxLength: 12 })
  .filter(text => !/\$\{|\$\(|%\{|\\$|\$$/.test(text));

const PATTERN = fc.string({ unit: fc.constantFrom('a', '#', ' ', "'", '"', '/', '\\\\', '\\d', '\\/', '>', '}', '.'), minLength: 1, maxLength: 10 })
  .filter(pattern => !/^(["']).*\1$/.test(pattern));

function expectKept(pipeline: (text: string) => LogCollectorProps, expected: (text: string) => string, given = TEXT): void {
  const plain = shape(parseLogstash(configurationOf(pipeline('x'))));
  fc.assert(fc.property(given, text => {
    const config = parseLogstash(configurationOf(pipeline(text)));
    expect(shape(config)).toEqual(plain);
    expect(config.flatMap(texts)).toContain(expected(text));
  }), { numRuns: 100 });
}

describe('a text of the user never leaves its place', () => {
  test('as a field', () => expectKept(text => ({ filters: [LogFilter.addFields({ theirs: text })] }), text => text));

  test('as a field with a variable', () => expectKept(text => ({ filters: [LogFilter.addFields({ theirs: `${text} $(NODE_NAME)${text}` })] }), text => `${text} \${NODE_NAME}${text}`));

  test('as a header beside a credential', () => expectKept(
    text => ({ sinks: [LogSink.http({ host: 'a', headers: { 'x-theirs': text }, bearerToken: SecretValue.key('a', 'b') })] }), text => text));

  test('as a regular expression that is a text', () => expectKept(
    pattern => ({ filters: [LogFilter.redact(pattern)] }), pattern => `${pattern}${pattern.endsWith('\\') ? '(?:)' : ''}`, PATTERN));

  test('as a regular expression of a condition', () => {
    fc.assert(fc.property(PATTERN, pattern => {
      const config = parseLogstash(configurationOf({ filters: [LogFilter.drop(LogField.MESSAGE, pattern)] }));
      const [, written] = /^\[message\] =~ \/(.*)\/$/s.exec(config.find(({ name }) => name === 'drop')!.conditions.at(-1)!)!;
      const read = (expression: string) => expression.replace(/\\./g, part => part === '\\/' ? '/' : part).replace(/\(\?:\)$/, '');
      expect(read(written)).toBe(read(pattern));
    }), { numRuns: 100 });
  });
});

test('a backslash before the end of a text would take the quote along, and is refused', () => {
  expect(() => parseLogstash('filter { mutate { replace => { "a" => "b\\\\" } } }')).toThrow();
  expect(() => configurationOf({ filters: [LogFilter.addFields({ a: 'b\\' })] })).toThrow(
    new Error("platform/logs: a text for Logstash must be without '\\' at its end, where it has no way to write it, got 'b\\'"));
});

test('an option is found where it stands', () => {
  expect(optionOf(parseLogstash('input { file { path => ["/a", "/b"] } }')[0], 'path')).toEqual(['/a', '/b']);
});
