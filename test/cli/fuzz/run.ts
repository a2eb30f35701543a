// Checks mutated files: npx tsx test/cli/fuzz/run.ts [--cases N] [--seed S]
import { writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { outcomeOf } from './case';

const argument = (name: string, fallback: number) => process.argv.includes(name) ? Number(process.argv[process.argv.indexOf(name) + 1]) : fallback;
const [cases, seed] = [argument('--cases', 2000), argument('--seed', Date.now() % 1_000_000)];

async function run(): Promise<void> {
  const codes = [0, 0, 0];
  let [faults, slowest] = [0, 0];
  for (let number = 0; number < cases; number++) {
    const { code, fault, milliseconds, input } = await outcomeOf(seed, number);
    codes[code]++;
    slowest = Math.max(slowest, milliseconds);
    if (fault !== undefined) {
      faults++;
      const file = join(tmpdir(), `fuzz-${seed}-${number}.yaml`);
      writeFileSync(file, input);
      console.log(`${file}: ${fault}`);
    }
  }
  console.log(`${cases} files with seed ${seed}: ${codes.map((count, code) => `${count} with exit code ${code}`).join(', ')}; ${faults} faults; the slowest took ${slowest.toFixed(0)} ms`);
  process.exitCode = faults === 0 ? 0 : 1;
}

void run();
