import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { parse } from 'yaml';
import { Analysis } from '../../src/analysis/analysis';

/** What a tutorial prints, the checks that find its mistakes, and the better version. */
interface Row {
  readonly row: any[];
  readonly mistakes: string[];
  readonly better: any[];
}

const DIRECTORY = join(__dirname, 'rows');
const ROWS = readdirSync(DIRECTORY).map(file => [file.replace('.yaml', ''), parse(readFileSync(join(DIRECTORY, file), 'utf8')) as Row] as const);

describe.each(ROWS)('row %s', (_, { row, mistakes, better }) => {
  test(`its mistakes are found: ${mistakes.join(', ')}`, () => {
    expect(Analysis.of(row).findings.map(({ id }) => id)).toEqual(expect.arrayContaining(mistakes));
  });

  test('of the better version is nothing to say', () => {
    expect(Analysis.of(better).findings.filter(({ acknowledged }) => acknowledged === undefined)).toEqual([]);
  });
});
