import { accept } from './accept';
import { analyse } from './analyse';
import { checkOf } from './known-ids';
import { CheckOptions } from './options';
import { Report } from './report';
import { Analysis } from '../../src/analysis/analysis';
import { Severity } from '../../src/analysis/severity';
import { NAME } from '../about';
import { readConfig } from '../config/read-config';
import { ExitCode } from '../exit-code';
import { formatted } from '../format/formatted';
import { badInputLine } from '../format/text';
import { STDIN } from '../input/find-files';
import { Input, readInput } from '../input/read-input';
import { Io } from '../io';
import { UsageError } from '../usage-error';

/** `node-daemons check` */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  assertUsable(paths, options);
  const config = readConfig(options.config, io);
  if ('mistakes' in config) {
    config.mistakes.forEach(mistake => io.stderr(badInputLine(mistake)));
    return ExitCode.BAD;
  }
  const input = await readInput(paths, io);
  const cluster = await readBeside(options.cluster, io);
  const baseline = await readBeside(options.baseline, io);
  const analysed = analyse(input.manifests, {
    cluster: cluster?.manifests.map(({ object }) => object),
    baseline: baseline?.manifests.map(({ object }) => object),
    kubernetesVersion: options.kubernetesVersion,
    withFacts: options.format === 'json',
  });
  const { findings, unused } = accept(analysed.findings, config, options.ignore ?? []);
  const report: Report = {
    findings,
    badInput: [input, cluster, baseline].flatMap(read => read?.bad ?? []).concat(analysed.bad),
    objects: input.manifests.length,
    facts: analysed.facts,
  };
  if (input.others.length > 0) {
    io.stderr(`${NAME}: left out, for nothing in it is for Kubernetes: ${input.others.join(', ')}\n`);
  }
  report.badInput.forEach(bad => io.stderr(badInputLine(bad)));
  unused.forEach(({ file, line, id, object }) => io.stderr(`${NAME}: ${file}:${line}: nothing of ${id} is found in '${object}': take the acknowledgement out\n`));
  io.stdout(formatted(report, options.format, io));
  return exitCodeOf(report, options);
}

/** What a shell cannot know is wrong is said before anything is read. */
function assertUsable(paths: readonly string[], { cluster, baseline, kubernetesVersion, ignore = [] }: CheckOptions): void {
  if ([...new Set(paths), cluster, baseline].filter(path => path === STDIN).length > 1) {
    throw new UsageError('standard input can be read only once: give one of PATH, --cluster and --baseline as -');
  }
  for (const id of ignore) {
    const known = checkOf(id);
    if (typeof known === 'string') { throw new UsageError(`--ignore: ${known}`); }
  }
  try {
    Analysis.of([], { kubernetesVersion });
  } catch {
    throw new UsageError(`--kubernetes-version must be a version such as '1.34', got '${kubernetesVersion}'`);
  }
}

async function readBeside(path: string | undefined, io: Io): Promise<Input | undefined> {
  return path === undefined ? undefined : readInput([path], io);
}

function exitCodeOf({ findings, badInput }: Report, { failOn }: CheckOptions): ExitCode {
  if (badInput.length > 0) {
    return ExitCode.BAD;
  }
  const failing = failOn === 'warning' ? [Severity.ERROR, Severity.WARNING] : [Severity.ERROR];
  return findings.some(({ severity, acknowledged }) => acknowledged === undefined && failing.includes(severity)) ? ExitCode.FINDINGS : ExitCode.FINE;
}
