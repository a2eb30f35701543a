import * as fc from 'fast-check';
import { Arguments, ARGUMENTS } from './alloy-arguments';
import { AlloyBlock, parseAlloy } from './harness/alloy';
import { LogAgent, LogFilter } from '../../src';
import { ALLOY_CASES, LOKI } from '../daemons/alloy-pipelines';
import { collected } from '../daemons/collected';

const configurationOf = (what: string) => collected(LogAgent.alloy(ALLOY_CASES[what].options), ALLOY_CASES[what].props, ALLOY_CASES[what].platform).text;

/** Names that Alloy does not know, and those that are missing. */
function wrongIn(block: AlloyBlock, known: Arguments | undefined, path: string): string[] {
  if (known === undefined) {
    return [`${path} is unknown`];
  }
  const { required = [], optional = [], blocks = {} } = known;
  return [
    ...Object.keys(block.attributes).filter(name => ![...required, ...optional].includes(name)).map(name => `${path}.${name} is unknown`),
    ...required.filter(name => block.attributes[name] === undefined).map(name => `${path}.${name} is missing`),
    ...block.blocks.flatMap(inner => wrongIn(inner, blocks[inner.name], `${path}.${inner.name}`)),
  ];
}

function expressionsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return 'expression' in value ? [String(value.expression)] : Object.values(value).flatMap(expressionsIn);
}

function referencesIn({ attributes, blocks }: AlloyBlock): string[] {
  return [...expressionsIn(attributes).filter(text => /^[a-z_]+(\.[A-Za-z0-9_]+)+$/.test(text)), ...blocks.flatMap(referencesIn)];
}

describe.each(Object.keys(ALLOY_CASES))('the configuration of %s', what => {
  test('is taken by the parser, with names that Alloy knows', async () => {
    const { blocks } = await parseAlloy(configurationOf(what));
    expect(blocks.flatMap(block => wrongIn(block, ARGUMENTS[block.name], block.name))).toEqual([]);
  });

  test('refers to components that it has, each of which has a name of its own', async () => {
    const { blocks } = await parseAlloy(configurationOf(what));
    const names = blocks.map(({ name, label }) => `${name}.${label}`);
    expect(names.filter((name, position) => names.indexOf(name) !== position)).toEqual([]);
    expect(blocks.flatMap(referencesIn).filter(reference => !names.includes(reference.replace(/\.[a-z]+$/, '')))).toEqual([]);
  });

  test('leaves no component without a use', async () => {
    const { blocks } = await parseAlloy(configurationOf(what));
    const used = blocks.flatMap(referencesIn).map(reference => reference.replace(/\.[a-z]+$/, ''));
    const idle = blocks.map(({ name, label }) => `${name}.${label}`)
      .filter(name => !name.startsWith('loki.source.') && name !== 'logging.' && !used.includes(name));
    expect(idle).toEqual(what === 'raw parts' ? ['discovery.kubernetes.pods'] : []);
  });
});

test('what a user writes arrives as it is, whatever its characters', async () => {
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 40 }).filter(text => !/[\r\n]/.test(text) && !text.includes('$(') && text !== ''), async value => {
    const { text } = collected(LogAgent.alloy(), { filters: [LogFilter.addFields({ field: value })], sinks: [LOKI] });
    const { blocks } = await parseAlloy(text);
    const stages = blocks.find(({ label }) => label === 'source_containers')!.blocks;
    expect(stages[0].attributes.values).toEqual({ field: value });
  }), { numRuns: 60 });
}, 120_000);

test('a pattern arrives as it is', async () => {
  const pattern = '^"\\\\\\.`$|\\$\\{x\\}|[\\]"]|é$';
  const { text } = collected(LogAgent.alloy(), { filters: [LogFilter.redact(pattern)], sinks: [LOKI] });
  const { blocks } = await parseAlloy(text);
  expect(blocks.find(({ label }) => label === 'source_containers')!.blocks[0].attributes.expression).toBe(`(${pattern})`);
});

test('the parser refuses what is no configuration', async () => {
  await expect(parseAlloy('loki.write "a" {')).rejects.toThrow('expected }, got EOF');
});
