export const CHECK_PATHS = 'files, directories (*.yaml, *.yml and *.json below them), patterns in quotes, or - for standard input';

export const EXAMPLES = `
Examples:
  node-daemons check manifests/
  node-daemons explain ND301
  node-daemons completion bash > /etc/bash_completion.d/node-daemons`;

export const CHECK_EXAMPLES = `
Examples:
  node-daemons check dist/                                  what cdk8s wrote
  helm template ./chart | node-daemons check -              what Helm writes
  kubectl get ds -A -o json | node-daemons check -          what runs
  node-daemons check 'apps/**/*.yaml' --kubernetes-version 1.34
  node-daemons check dist/ --cluster cluster.json           beside what the cluster has
  node-daemons check dist/ --baseline main/dist/            after what it was
  node-daemons check dist/ --format github --fail-on warning`;

export const EXIT_CODES = `
Exit codes:
  0  nothing is wrong, or all of it is acknowledged
  1  errors; with --fail-on warning, warnings too
  2  input that cannot be read, or a mistake in the command; it wins over 1`;
