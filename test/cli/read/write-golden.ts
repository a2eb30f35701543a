/** Asks the judge what Kubernetes reads of each text, and writes it down: `npx tsx test/cli/read/write-golden.ts [--judge PATH]`. */
import { writeFileSync } from 'fs';
import { join } from 'path';
import { TEXTS } from './texts';
import { builtJudge, Judge } from '../../kubernetes/differential/judge';

async function main(): Promise<void> {
  const judge = new Judge(process.argv[process.argv.indexOf('--judge') + 1 || Infinity] ?? builtJudge());
  const lines = await Promise.all([...new Set(TEXTS)].map(async (text) => {
    const { documents, failed } = await judge.ask<{ documents: unknown[]; failed?: string }>({ op: 'yaml', text });
    return `  ${JSON.stringify(text)}: ${JSON.stringify(failed === undefined ? documents : 'refused')}`;
  }));
  judge.close();
  writeFileSync(join(__dirname, 'golden.json'), `{\n${lines.join(',\n')}\n}\n`);
}

void main();
