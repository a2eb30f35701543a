import { readFileSync } from 'fs';
import { join } from 'path';

const read = (path: string) => readFileSync(join(__dirname, '..', path), 'utf8');

test('the README opens with an example and the YAML that it makes', () => {
  const [program, yaml] = [...read('README.md').matchAll(/```(?:ts|yaml)\n(.*?)```/gs)].map(([, code]) => code);
  expect(program).toBe(read('examples/readme/main.ts'));
  expect(yaml).toBe(read('examples/readme/platform.k8s.yaml'));
});

test('the links of the pages lead to files', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', 'docs/check.md', 'docs/escape-hatches.md', 'docs/tcp-node-daemon.md', 'docs/file-system-daemon.md'];
  const broken = pages.flatMap(page => [...read(page).matchAll(/\]\((?!https?:)([^)#]+)\)/g)]
    .filter(([, link]) => {
      try {
        read(join(page, '..', link));
        return false;
      } catch (error) {
        return (error as NodeJS.ErrnoException).code !== 'EISDIR';
      }
    }).map(([, link]) => `${page}: ${link}`));
  expect(broken).toEqual([]);
});
