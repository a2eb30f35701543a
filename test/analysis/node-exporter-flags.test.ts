import { DEPRECATED, kindOfFlag, NODE_EXPORTER_VERSION, OF_NETWORK, OFF_BY_DEFAULT, ON_BY_DEFAULT, SINCE } from '../../src/analysis/node-exporter-flags';
import { RENAMED_FLAGS } from '../../src/analysis/node-exporter-renames';
import { IMAGES } from '../../src/catalog/images';
import { CollectorName } from '../../src/catalog/node-exporter/collector-name';
import program from '../programs/node-exporter-flags.json';

const COLLECTORS = Object.entries(program.collectors);
const FLAGS: [string, { type: string; repeatable?: boolean }][] = Object.entries(program.flags);

test('the tables are of the version that runs by default', () => {
  expect(NODE_EXPORTER_VERSION).toBe(program.version);
  expect(IMAGES.nodeExporter).toBe(`quay.io/prometheus/node-exporter:v${program.version}`);
});

test('the collectors are those of the program, on and off as in the program', () => {
  expect(ON_BY_DEFAULT).toEqual(COLLECTORS.filter(([, isOn]) => isOn).map(([name]) => name));
  expect(OFF_BY_DEFAULT).toEqual(COLLECTORS.filter(([, isOn]) => !isOn).map(([name]) => name));
});

test('a user may name each of them that stays', () => {
  expect([...Object.values(CollectorName), ...DEPRECATED].sort()).toEqual(COLLECTORS.map(([name]) => name).sort());
});

test('each flag takes what it takes in the program', () => {
  const kinds = FLAGS.map(([name, { type, repeatable }]) => [name, type === 'bool' ? 'switch' : repeatable ? 'repeatable' : 'single']);
  expect(FLAGS.map(([name]) => [name, kindOfFlag(name)])).toEqual(kinds);
});

test('what is renamed, young or of the network is there under its name', () => {
  expect(Object.values(RENAMED_FLAGS).filter(({ to }) => kindOfFlag(to) === undefined)).toEqual([]);
  expect([...Object.keys(SINCE), ...OF_NETWORK].filter(name => kindOfFlag(`collector.${name}`) === undefined)).toEqual([]);
});
