import { appendFileSync } from 'fs';
import { join } from 'path';
import { Testing } from 'cdk8s';
import { fileOfTest, readVerdicts } from './files';
import { isExpectedRefusal } from './refused';
import type { Manifest, Verdict } from './verdict';
import { digestOf, nameOf } from './verdict';

/** Where the manifests are to be written instead: what update.ts asks for. */
const RECORD = process.env.NODE_DAEMONS_RECORD;
const synth = Testing.synth.bind(Testing);
let known: Map<string, Verdict> | undefined;

/** Every manifest that a test synthesizes must be one that Kubernetes takes. */
Testing.synth = chart => {
  const manifests = synth(chart);
  const { testPath } = expect.getState();
  if (RECORD !== undefined) {
    const lines = manifests.map(manifest => `${JSON.stringify({ testPath, manifest })}\n`);
    appendFileSync(join(RECORD, `${process.pid}.jsonl`), lines.join(''));
    return manifests;
  }
  known ??= readVerdicts(fileOfTest(testPath!));
  manifests.forEach(judge);
  return manifests;
};

function judge(manifest: Manifest): void {
  const verdict = known!.get(digestOf(plain(manifest)));
  if (verdict === undefined) {
    throw new Error(`nobody asked Kubernetes about ${nameOf(manifest)} of this test:\n  npm run judge:update`);
  }
  if (verdict.unjudged !== undefined) { return; }
  const { decodeErrors = [], errors = [], podErrors = [] } = verdict;
  const reasons = [...decodeErrors, ...[...errors, ...podErrors].map(({ field, detail }) => `${field}: ${detail}`)];
  if (!reasons.every(isExpectedRefusal)) {
    throw new Error(`Kubernetes refuses ${nameOf(manifest)} of this test:\n  ${reasons.join('\n  ')}`);
  }
}

/** As it is written to a file. */
function plain(manifest: unknown): unknown {
  return JSON.parse(JSON.stringify(manifest)) as unknown;
}
