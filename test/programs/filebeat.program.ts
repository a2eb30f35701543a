import * as fc from 'fast-check';
import { readByBeats } from './harness/ucfg';
import { LogAgent, LogFilter, LogSink, LogSource, Multiline } from '../../src';
import { collected } from '../daemons/collected';
import { ELASTICSEARCH, FILEBEAT_CASES } from '../daemons/filebeat-pipelines';

/** What Filebeat reads of a configuration, with the variables that its container has. */
async function read(configuration: string, variables: { readonly [name: string]: string } = {}): Promise<any> {
  const { code, output } = await readByBeats(configuration, { NODE_NAME: 'node-1', HOST_IP: '10.0.0.1', ...variables });
  if (code !== 0) {
    throw new Error(`${output}\n${configuration}`);
  }
  return JSON.parse(output);
}

test.each(Object.keys(FILEBEAT_CASES))('the configuration of %s is read', async what => {
  const { text, env } = collected(LogAgent.filebeat(FILEBEAT_CASES[what].options), FILEBEAT_CASES[what].props);
  const variables = Object.fromEntries(Object.keys(env).filter(name => name.startsWith('QUOTED_')).map(name => [name, "'x'"]));
  expect((await read(text, variables)).filebeat.inputs.length).toBeGreaterThan(0);
});

test('what a user writes arrives as it is, whatever its characters', async () => {
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 40 }).filter(text => !/[\r\n]/.test(text) && !text.includes('$(') && text !== ''), async value => {
    const { text } = collected(LogAgent.filebeat(), { filters: [LogFilter.addFields({ field: value })], sinks: [ELASTICSEARCH] });
    const { processors } = await read(text, { QUOTED_ELASTICSEARCH_PASSWORD: "'x'" });
    expect(processors[1].add_fields.fields).toEqual({ field: value });
  }), { numRuns: 60 });
}, 120_000);

test('a pattern arrives as it is', async () => {
  const pattern = '^(a|b)$|\\$\\{x}|$$';
  const sources = [LogSource.containers({ multiline: [Multiline.pattern({ firstLine: pattern })] })];
  const { text } = collected(LogAgent.filebeat(), { sources, filters: [LogFilter.redact(pattern)], sinks: [ELASTICSEARCH] });
  const { filebeat, processors } = await read(text, { QUOTED_ELASTICSEARCH_PASSWORD: "'x'" });
  expect([filebeat.inputs[0].parsers[1].multiline.pattern, processors[1].replace.fields[0].pattern]).toEqual([pattern, pattern]);
});

test('a text with a variable is a text, whatever stands beside the variable', async () => {
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme-ascii', maxLength: 20 }).filter(text => !/[\r\n$]/.test(text)), async value => {
    const { text } = collected(LogAgent.filebeat(), { filters: [LogFilter.addFields({ field: `${value}$(NODE_NAME)${value}` })], sinks: [LogSink.stdout()] });
    expect((await read(text)).processors[1].add_fields.fields).toEqual({ field: `${value}node-1${value}` });
  }), { numRuns: 60 });
}, 120_000);

test('the name of a node is a text', async () => {
  const { text } = collected(LogAgent.filebeat(), { sinks: [LogSink.stdout()] });
  const { name, processors } = await read(text, { NODE_NAME: '010' });
  expect([name, processors[0].add_kubernetes_metadata.node]).toEqual(['010', '010']);
});

describe('a password', () => {
  const { text, env } = collected(LogAgent.filebeat(), { sinks: [ELASTICSEARCH] });

  test.each(['secret', 'a,b', '0123', '1e5', 'true', '[x', '{x', 'a"b\\c', ' a ', '${HOME}', '$$'])('%s arrives as it is', async password => {
    const QUOTED_ELASTICSEARCH_PASSWORD = env.QUOTED_ELASTICSEARCH_PASSWORD.replace('$(ELASTICSEARCH_PASSWORD)', () => password);
    expect((await read(text, { QUOTED_ELASTICSEARCH_PASSWORD })).output.elasticsearch.password).toBe(password);
  });

  test('would be read as a value without the quotes', async () => {
    expect((await read('password: ${PASSWORD}', { PASSWORD: '0123' })).password).toBe(83);
  });
});
