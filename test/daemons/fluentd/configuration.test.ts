import fc from 'fast-check';
import { undocumented } from './options';
import { CODE, Element, parseFluentd } from './parse';
import { ANY_IMAGE, configurationOf, fluentd, PIPELINES } from './pipelines';
import { EnvValue, LogAgent, LogCollectorProps, LogField, LogFilter, LogSink, SecretValue } from '../../../src';

test.each(Object.keys(PIPELINES))('every plugin and parameter of a configuration is one that its documentation has: %s', what => {
  expect(undocumented(parseFluentd(fluentd(PIPELINES[what](), ANY_IMAGE).config))).toEqual([]);
});

test('a parameter that no documentation has is found', () => {
  const config = '<match **>\n  @type copy\n  <store ignore_error>\n    @type relabel\n    lable @A\n  </store>\n</match>\n<filter **>\n  @type grab\n</filter>\n';
  expect(undocumented(parseFluentd(config))).toEqual(['output:relabel lable', 'filter:grab']);
});

/** Names of sections and parameters, and arguments: all that a text of the user must leave as it is. */
function shape({ name, argument, parameters, elements }: Element): unknown {
  return [name, argument, parameters.map(([parameter]) => parameter), elements.map(shape)];
}

/** All values of a parameter, wherever it stands. */
function values(element: Element, parameter: string): string[] {
  const own = element.parameters.filter(([name]) => name === parameter).map(([, value]) => value);
  return [...own, ...element.elements.flatMap(inner => values(inner, parameter))];
}

const TEXT = fc.string({ unit: fc.constantFrom('\'', '"', '\\', '#', '{', '}', '<', '>', '/', '@', '%', '[', ']', '$', '(', ' ', 'a', 'n', '0', 'é', ',', ':', '=', '|', '\t'), maxLength: 12 })
  .filter(text => !text.includes('${') && !text.includes('$('));

function expectKept(pipeline: (text: string) => LogCollectorProps, parameter: string, expected: (text: string) => string, texts = TEXT): void {
  const plain = shape(parseFluentd(configurationOf(pipeline('x'))));
  fc.assert(fc.property(texts, text => {
    const config = parseFluentd(configurationOf(pipeline(text)));
    expect(shape(config)).toEqual(plain);
    expect(values(config, parameter)).toContain(expected(text));
  }), { numRuns: 100 });
}

describe('a text of the user never leaves its place', () => {
  test('as a field', () => expectKept(text => ({ filters: [LogFilter.addFields({ theirs: text })] }), 'theirs', text => text));

  test('as a field with a variable, whose name alone is code', () =>
    expectKept(text => ({ filters: [LogFilter.addFields({ theirs: `${text} $(NODE_NAME)${text}` })] }), 'theirs',
      text => `${text} ${CODE}ENV['NODE_NAME']${CODE}${text}`));

  test('as a regular expression', () => {
    const patterns = fc.string({ unit: fc.constantFrom('a', '#', ' ', "'", '"', '/', '\\\\', '\\d', '\\/', '>', '<', '{', '}', '.'), minLength: 1, maxLength: 10 })
      .filter(pattern => !/^(["']).*\1$|\{/.test(pattern));
    expectKept(pattern => ({ filters: [LogFilter.redact(pattern)] }), 'expression', pattern => `/${pattern}/`, patterns);
    expectKept(pattern => ({ filters: [LogFilter.drop(LogField.MESSAGE, pattern)] }), 'pattern', pattern => `/${pattern}/`, patterns);
  });

  const words = TEXT.filter(text => text !== '' && !text.includes('\t'));
  test('as a parameter of a sink', () => expectKept(
    text => ({ sinks: [LogSink.elasticsearch({ host: 'a', pipeline: text, username: text, password: SecretValue.key('a', 'b') })] }), 'pipeline', text => text, words));

  test('as JSON', () => expectKept(
    text => ({ sinks: [LogSink.http({ host: 'a', headers: { 'x-theirs': text } })] }), 'headers', text => JSON.stringify({ 'x-theirs': text }).replace(/#/g, '\\u0023'), words));

  const ascii = words.filter(text => !text.includes('é'));
  test('as Ruby beside a credential', () => expectKept(
    text => ({ sinks: [LogSink.http({ host: 'a', headers: { 'x-theirs': text }, bearerToken: SecretValue.key('a', 'b') })] }),
    'headers',
    text => `${CODE}{'x-theirs' => ['${text.replace(/[\\']/g, '\\$&')}'].join, 'Authorization' => ['Bearer ',ENV['HTTP_BEARER_TOKEN']].join}.to_json${CODE}`,
    ascii));

  test('as Ruby, behind whose letters other than ASCII Fluentd would lose its place', () => {
    const headers = { 'x-theirs': 'é"#{1}$(NODE_NAME)' };
    expect(values(parseFluentd(configurationOf({ sinks: [LogSink.http({ host: 'a', headers })] })), 'headers'))
      .toEqual([`${CODE}{'x-theirs' => ["\\u{e9}\\"\\#{1}",ENV['NODE_NAME']].join}.to_json${CODE}`]);
  });
});

test("'$$(' stands for '$(', also where a variable follows", () => {
  const config = parseFluentd(configurationOf({
    agent: LogAgent.fluentd({ container: { env: { A: EnvValue.text('1') } } }), filters: [LogFilter.addFields({ a: '$$(A)', b: '$$(A) $(A)' })],
  }));
  expect([values(config, 'a'), values(config, 'b')]).toEqual([['$(A)'], [`$(A) ${CODE}ENV['A']${CODE}`]]);
});
