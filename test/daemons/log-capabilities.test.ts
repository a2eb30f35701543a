import { collected, LOG_AGENTS, OWN_IMAGE } from './log-agents';
import { ASKING } from './log-features';
import { LogPipelineOptions, LogSink, LogSource } from '../../src';
import { LOG_FEATURES, LogFeature } from '../../src/catalog/log/features';
import { LOG_CAPABILITIES } from '../../src/catalog/log/programs';

const FEATURES = Object.keys(LOG_FEATURES) as LogFeature[];

/** Logstash asks no API server, and a program without files of containers would be none. */
const STANDARD: LogPipelineOptions = { sources: [LogSource.containers()], sinks: [LogSink.stdout()] };

test('every program that renders a pipeline is known here', () => {
  expect(LOG_AGENTS.map(([{ title }]) => title)).toEqual(LOG_CAPABILITIES.map(({ title }) => title));
});

test.each(FEATURES)('%s is something that some program can do', feature => {
  expect(LOG_CAPABILITIES.some(({ can }) => can.includes(feature))).toBe(true);
});

describe.each(LOG_AGENTS.map(([program, agentOf]) => [program.title, program, agentOf] as const))('%s', (_, program, agentOf) => {
  const able = (feature: LogFeature) => LOG_CAPABILITIES.filter(({ can }) => can.includes(feature)).map(({ factory }) => factory).join(', ');

  test.each(FEATURES.filter(feature => program.can.includes(feature)))('can do %s', feature => {
    expect(collected({ agent: agentOf(OWN_IMAGE), ...STANDARD, ...ASKING[feature] }).map(({ kind }) => kind)).toContain('ConfigMap');
  });

  // A disk buffer that drops lines is a disk buffer first, and annotations are metadata.
  const refused = (feature: LogFeature): LogFeature => {
    const first = /^buffer\.\w+(?=\.)/.exec(feature)?.[0] ?? (/^metadata\.(annotations|namespaceLabels)$/.test(feature) ? 'metadata.apiServer' : feature);
    return program.can.includes(first as LogFeature) ? feature : first as LogFeature;
  };

  test.each(FEATURES.filter(feature => !program.can.includes(feature)))('refuses %s, and says who can', feature => {
    const first = refused(feature);
    expect(() => collected({ agent: agentOf(), ...STANDARD, ...ASKING[feature] })).toThrow(`, got '${LOG_FEATURES[first]}': these can: ${able(first)}`);
  });
});
