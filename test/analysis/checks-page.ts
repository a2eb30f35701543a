import { stringify } from 'yaml';
import type { CheckExample } from './checks';
import { ALL_CHECKS, exampleOf } from './checks';
import type { Check, CheckInfo } from '../../src/analysis/check';

const HEAD = `# Checks

What \`node-daemons check\`, \`analysis.Analysis\` and, for errors, synthesis find wrong with node daemons. An id never changes its meaning.
Whatever can be accepted is accepted with a reason: the \`acknowledge\` prop of a daemon, \`Checks.of(scope).acknowledge(…)\`, or the
configuration file of the command line. Each example is a test.

- An **error** cannot work, or is refused. It fails synthesis.
- A **decision** is an error in a construct of this library until it is accepted, and a warning in a manifest that others wrote.
- A **warning** is a risk, an **info** worth knowing; neither is in the way of synthesis.

`;

/** The page docs/checks.md. */
export function checksPage(): string {
  const rows = ALL_CHECKS.map(check => `| [${check.id}](#${check.id.toLowerCase()}) | ${kindOf(check)} | ${check.title} | ${check.acknowledgeable ? 'yes' : 'no'} |`);
  return `${HEAD}| Id | Severity | What is wrong | Can be accepted |\n|---|---|---|---|\n${rows.join('\n')}\n\n${ALL_CHECKS.map(section).join('\n')}`;
}

function kindOf(check: CheckInfo): string {
  return (check as Check).isDecision ? 'decision' : check.severity;
}

function section(check: CheckInfo): string {
  const example = exampleOf(check.id)!;
  return `## ${check.id}

**${check.title}** (${kindOf(check)}). ${check.text}

${example.messages.map(message => `> ${message}`).join('\n>\n')}

<details><summary>It fails on</summary>

${given(example)}${manifests(example.fails)}
</details>
<details><summary>It holds for</summary>

${manifests(example.holds)}
</details>
`;
}

function given({ options: { kubernetesVersion, cluster, baseline } = {} }: CheckExample): string {
  const version = kubernetesVersion === undefined ? '' : `For Kubernetes ${kubernetesVersion}.\n\n`;
  return [['cluster', 'In the cluster:'], ['baseline', 'Before:']].reduce((text, [option, title]) => {
    const objects = option === 'cluster' ? cluster : baseline;
    return objects === undefined ? text : `${text}${title}\n\n${manifests(objects)}\nThe manifests:\n\n`;
  }, version);
}

function manifests(objects: readonly any[]): string {
  return `\`\`\`yaml\n${objects.map(object => stringify(object, { lineWidth: 0, aliasDuplicateObjects: false })).join('---\n')}\`\`\`\n`;
}
