import { FAIL_ON, FORMATS } from './check/options';

/** What may stand after an option or as an argument. */
export type Values = readonly string[] | 'file' | 'check' | 'text';

export interface OptionSpec {
  /** Without the dashes. */
  readonly name: string;
  /** What help calls its value. */
  readonly value: string;
  readonly description: string;
  readonly values: Values;
  readonly isRepeatable?: boolean;
}

export interface ArgumentSpec {
  readonly name: string;
  readonly description: string;
  readonly values: Values;
  readonly isOptional?: boolean;
  readonly isRepeatable?: boolean;
}

export interface CommandSpec {
  readonly name: string;
  readonly description: string;
  readonly argument: ArgumentSpec;
  readonly options: readonly OptionSpec[];
  readonly examples?: string;
}

export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'check',
    description: 'say what is wrong with the manifests of files and directories',
    argument: {
      name: 'PATH',
      description: 'files, directories (*.yaml, *.yml and *.json below them), patterns in quotes, - for standard input',
      values: 'file',
      isRepeatable: true,
    },
    options: [
      { name: 'cluster', value: 'PATH', values: 'file', description: 'what the cluster has, as kubectl get -o json prints it; it takes part in comparisons' },
      { name: 'baseline', value: 'PATH', values: 'file', description: 'the manifests as they were: what cannot be changed, what restarts pods' },
      { name: 'kubernetes-version', value: 'VERSION', values: 'text', description: 'the oldest Kubernetes that they must work with, such as 1.34' },
      { name: 'format', value: 'FORMAT', values: FORMATS, description: 'how findings are written' },
      { name: 'fail-on', value: 'SEVERITY', values: FAIL_ON, description: 'the least severity that makes the exit code 1' },
      { name: 'ignore', value: 'ID', values: 'check', description: 'leave out a check; may be repeated', isRepeatable: true },
      { name: 'config', value: 'FILE', values: 'file', description: 'what is acknowledged (default: node-daemons.yaml, where it exists)' },
    ],
    examples: `Examples:
  node-daemons check dist/                                  what cdk8s wrote
  helm template ./chart | node-daemons check -              what Helm writes
  kubectl get ds -A -o json | node-daemons check -          what runs
  node-daemons check 'apps/**/*.yaml' --kubernetes-version 1.34
  node-daemons check dist/ --cluster cluster.json           beside what the cluster has
  node-daemons check dist/ --baseline main/dist/            after what it was
  node-daemons check dist/ --format github --fail-on warning

Exit codes:
  0  nothing is wrong, or all of it is acknowledged
  1  errors; with --fail-on warning, warnings too
  2  input that cannot be read, or a mistake in the command; it wins over 1`,
  },
  {
    name: 'explain',
    description: 'print the text of a check, or the list of all',
    argument: { name: 'ID', description: 'such as ND301', values: 'check', isOptional: true },
    options: [],
  },
  {
    name: 'completion',
    description: 'print the completion of a shell',
    argument: { name: 'SHELL', description: 'bash, zsh or fish', values: ['bash', 'zsh', 'fish'] },
    options: [],
    examples: `Examples:
  node-daemons completion bash > /etc/bash_completion.d/node-daemons
  node-daemons completion zsh > "\${fpath[1]}/_node-daemons"
  node-daemons completion fish > ~/.config/fish/completions/node-daemons.fish`,
  },
];
