import { cdk8s, javascript, JsonFile, TextFile } from 'projen';

const project = new cdk8s.ConstructLibraryCdk8s({
  name: 'cdk8s-node-daemons',
  description: 'Typed cdk8s constructs for the programs that run on every Kubernetes node, checked before anything is applied.',
  author: 'The cdk8s-node-daemons authors',
  authorAddress: 'cdk8s-node-daemons@users.noreply.github.com',
  authorOrganization: true,
  repositoryUrl: 'https://github.com/cdk8s-node-daemons/cdk8s-node-daemons.git',
  license: 'Apache-2.0',
  copyrightOwner: 'The cdk8s-node-daemons authors',
  keywords: ['cdk8s', 'kubernetes', 'daemonset', 'node', 'fluentd', 'node-exporter', 'csi', 'cni', 'constructs'],
  stability: 'stable',
  defaultReleaseBranch: 'main',

  cdk8sVersion: '2.69.0',
  constructsVersion: '10.3.0',
  peerDeps: ['cdk8s-plus-28@^2.5.6'],
  // The command line, a file that needs nothing beside it.
  bin: { 'node-daemons': 'lib/cli.js' },
  devDeps: [
    '@jsii/runtime@1.22.0',
    '@microsoft/jest-sarif@1.0.0-beta.0',
    '@types/node@^20',
    '@types/sarif@^2.1.7',
    'ajv@^8.20.0',
    'ajv-draft-04@^1.0.0',
    'ajv-formats@^3.0.1',
    'cdk8s-plus-33@^2.5.57',
    'cdk8s-plus-34@^2.0.54',
    'esbuild@^0.28.2',
    'fast-check@^4.10.2',
    'ts-node@^10.9.2',
    'tsx@^4.23.15',
    'yaml@^2.9.1',
  ],
  minNodeVersion: '20.16.0',
  workflowNodeVersion: '22',

  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.0',
  packageManager: javascript.NodePackageManager.NPM,
  projenrcTs: true,
  docgen: true,
  integrationTestAutoDiscover: false,
  release: false,
  githubOptions: { mergify: false },
  sampleCode: false,

  publishToPypi: { distName: 'cdk8s-node-daemons', module: 'cdk8s_node_daemons' },
  publishToMaven: {
    javaPackage: 'io.github.cdk8snodedaemons',
    mavenGroupId: 'io.github.cdk8s-node-daemons',
    mavenArtifactId: 'cdk8s-node-daemons',
  },
  publishToGo: { moduleName: 'github.com/cdk8s-node-daemons/cdk8s-node-daemons-go' },
  publishToNuget: { dotNetNamespace: 'Cdk8s.NodeDaemons', packageId: 'Cdk8s.NodeDaemons' },

  // A test run must leave the checkout as it was, and fail where a snapshot is missing.
  jestOptions: {
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    passWithNoTests: false,
    coverageText: false,
    junitReporting: false,
    jestConfig: {
      collectCoverage: false,
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      // What Kubernetes says of a manifest stands beside the test that makes it.
      setupFilesAfterEnv: ['<rootDir>/test/kubernetes/verdicts/setup.ts'],
    },
  },
  eslintOptions: {
    dirs: ['src'],
    // What is bundled into the command line is a development dependency.
    devdirs: ['cli', 'test', 'examples', 'projenrc'],
    commandOptions: { fix: false },
  },
  gitignore: ['/dist/', '.DS_Store'],
});

// unrs-resolver 1.13.0 names platform packages that were never published, so `npm ci` refuses its lock.
project.package.addPackageResolutions('unrs-resolver@1.12.2');
for (const path of ['/cli/', '/examples/', '/bench/', '/docs/', '/.ci/', '/CONTRIBUTING.md', '/SECURITY.md', '/.nvmrc']) {
  project.npmignore?.exclude(path);
}
project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '1');

const npmrc = new javascript.NpmConfig(project);
npmrc.addConfig('omit-lockfile-registry-resolved', 'true');

project.eslint?.addRules({
  '@stylistic/max-len': ['error', { code: 160, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true }],
});
project.eslint?.addOverride({ files: ['examples/**', 'test/**'], rules: { 'import/no-unresolved': 'off', 'import/no-extraneous-dependencies': 'off' } });

// A process that synthesizes six daemons lives for a tenth of a second: loading two hundred files would be a fifth of it.
project.compileTask.exec([
  'esbuild src/index.ts --bundle --platform=node --target=node20 --outfile=lib/index.js --allow-overwrite --log-level=warning',
  ...['cdk8s', 'constructs'].map(peer => `--external:${peer}`),
].join(' '));
project.compileTask.exec('node cli/build.js');
project.npmignore?.addPatterns('/lib/**/*.js', '!/lib/index.js', '!/lib/cli.js', '!/lib/validation.js', '!/lib/cli.LICENSES.txt');

// Examples import the library by its name, as its users do.
new JsonFile(project, 'examples/tsconfig.json', {
  obj: {
    extends: '../test/tsconfig.json',
    compilerOptions: { paths: { 'cdk8s-node-daemons': ['../src/index.ts'] } },
    include: ['**/*.ts'],
  },
});
new JsonFile(project, 'cli/tsconfig.json', { obj: { extends: '../test/tsconfig.json', include: ['**/*.ts'] } });
const typecheck = project.addTask('typecheck', {
  description: 'Type-check tests, examples and the command line: ts-jest and tsx only strip types',
  steps: [{ exec: 'tsc -p test/tsconfig.json' }, { exec: 'tsc -p examples/tsconfig.json' }, { exec: 'tsc -p cli/tsconfig.json' }],
});

// The architecture and language tests read the compiled assembly.
project.testTask.prependSpawn(typecheck);
project.testTask.prependSpawn(project.compileTask);

project.addTask('demo', {
  description: 'Synthesize the example platform and say what was made',
  exec: 'tsx --tsconfig examples/tsconfig.json examples/demo.ts',
});
project.addTask('docs', {
  description: 'Write the generated pages of docs/ and the committed outputs of examples/',
  exec: 'tsx test/write-generated.ts',
  receiveArgs: true,
});
project.addTask('judge', { description: "Ask Kubernetes' own code about manifests: check FILES…", exec: 'test/kubernetes/judge/run', receiveArgs: true });
project.addTask('judge:update', {
  description: 'Write the verdicts on all manifests of tests and examples anew',
  exec: 'tsx test/kubernetes/verdicts/update.ts',
  receiveArgs: true,
});
project.addTask('parity', {
  description: 'Compare with upstream manifests in a folder: parity DIR',
  exec: 'sh -c \'PARITY="$0" jest test/parity\'',
  receiveArgs: true,
});
project.addTask('programs', {
  description: 'Ask real programs about what the library writes for them: needs Go, and apt-get and dpkg of Debian',
  exec: 'jest --config test/programs/jest.config.json',
  receiveArgs: true,
});
project.addTask('soak', {
  description: "Compare src/kubernetes with Kubernetes' own code on 50 000 random cases of each kind, and check 20 000 damaged files",
  steps: [
    { exec: 'tsx test/kubernetes/differential/run.ts --cases 50000', receiveArgs: true },
    { exec: 'tsx test/cli/fuzz/run.ts --cases 20000', receiveArgs: true },
  ],
});
project.addTask('minor', { description: 'Move to another release of Kubernetes: 1.MINOR.PATCH', exec: 'test/kubernetes/judge/move', receiveArgs: true });
project.addTask('bench', { description: 'Measure beside bare cdk8s and cdk8s-plus', exec: 'node bench/run.js', receiveArgs: true });

new TextFile(project, '.nvmrc', { lines: ['22', ''], marker: false });

project.synth();
