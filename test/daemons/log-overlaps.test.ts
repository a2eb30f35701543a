import { collected } from './log-agents';
import { ContainerLogsOptions, LogSink, LogSource } from '../../src';

const sourcesOf = (first: ContainerLogsOptions, second: ContainerLogsOptions) => [LogSource.containers(first), LogSource.containers({ id: 'second', ...second })];

test.each<[string, ContainerLogsOptions, ContainerLogsOptions, string]>([
  ['the same names', { namespaces: ['shop'] }, { namespaces: ['shop'], multiline: [] },
    "the source 'second' must be of other files than 'containers', got {\"namespaces\":[\"shop\"],\"pods\":[],\"containers\":[]}: "
    + "leave it out, and name 'containers' where its lines are meant"],
  ['everything beside a namespace', {}, { namespaces: ['shop'] },
    "the source 'second' must be of other containers than 'containers', as the sink 'stdout' takes both, got {\"namespaces\":[\"shop\"],\"pods\":[],\"containers\":[]}: "
    + "write excludeNamespaces: ['shop'] for 'containers', or name one of them as the source of the sink"],
  ['a pattern within a wider one', { pods: ['cart-1', 'cart-2'] }, { pods: ['cart-*'] },
    "the source 'containers' must be of other containers than 'second', as the sink 'stdout' takes both, got {\"namespaces\":[],\"pods\":[\"cart-1\",\"cart-2\"],\"containers\":[]}: "
    + "write excludePods: ['cart-1', 'cart-2'] for 'second', or name one of them as the source of the sink"],
  ['two kinds of names, of which one alone would leave out too much', { namespaces: ['shop'], containers: ['app'] }, {},
    "the source 'containers' must be of other containers than 'second', as the sink 'stdout' takes both, got {\"namespaces\":[\"shop\"],\"pods\":[],\"containers\":[\"app\"]}: "
    + 'let the two select different namespaces, pods or containers, or name one of them as the source of the sink'],
  ['everything but one thing and everything but another', { excludePods: ['a'] }, { excludePods: ['b'] },
    "the source 'second' must be of other containers than 'containers', as the sink 'stdout' takes both, got 'every container': "
    + 'let the two select different namespaces, pods or containers, or name one of them as the source of the sink'],
])('two sources that both select %s are an error', (_, first, second, message) => {
  expect(() => collected({ sources: sourcesOf(first, second), sinks: [LogSink.stdout()] })).toThrow(new Error(`platform/logs: ${message}`));
});

test.each<[string, ContainerLogsOptions, ContainerLogsOptions]>([
  ['other namespaces', { namespaces: ['shop'] }, { namespaces: ['pay'] }],
  ['other containers of one namespace', { namespaces: ['shop'], containers: ['app'] }, { namespaces: ['shop'], containers: ['proxy'] }],
  ['what the other leaves out', { excludeNamespaces: ['shop-*'] }, { namespaces: ['shop-1', 'shop-2'] }],
  ['what the other leaves out, by one of its names', { excludeContainers: ['app'] }, { namespaces: ['shop'], containers: ['app'] }],
  ['what may meet', { namespaces: ['shop'] }, { containers: ['app'] }],
])('two sources select %s', (_, first, second) => {
  expect(() => collected({ sources: sourcesOf(first, second), sinks: [LogSink.stdout()] })).not.toThrow();
});

test('what two sources both select may go to a sink each', () => {
  expect(() => collected({
    sources: sourcesOf({}, { namespaces: ['shop'] }), sinks: [LogSink.stdout({ sources: ['containers'] }), LogSink.stdout({ id: 'shop', sources: ['second'] })],
  })).not.toThrow();
});
