import { walk } from './walk';
import { BadInput } from '../read/bad-input';

/** Files and directories that a pattern means. */
export interface Matches {
  readonly files: readonly string[];
  readonly directories: readonly string[];
  readonly bad: readonly BadInput[];
}

/** Whether a path that does not exist is a pattern: the shell leaves one alone that stands in quotes. */
export function isGlob(path: string): boolean {
  return /[*?[{]/.test(path);
}

/**
 * What a pattern means: `*` and `?` within a name, `**` for any directories, `[a-z]`, `{a,b}`.
 * Node has a function for it only since version 22.
 */
export function glob(cwd: string, pattern: string): Matches {
  // The part without a wildcard says where to start, so that no more is walked than has to be.
  const [, base, rest] = /^((?:[^*?[{]*\/)?)(.*)$/s.exec(pattern)!;
  let matcher: RegExp;
  try {
    matcher = new RegExp(`^${regExpOf(rest)}$`, 's');
  } catch {
    return { files: [], directories: [], bad: [{ source: pattern, message: 'it is no pattern that can be read: put a backslash before [ and { where they are meant' }] };
  }
  const depth = /\*\*|\{[^}]*\//.test(rest) ? Infinity : rest.split('/').length;
  const below = (path: string) => path.slice(base.length);
  const { entries, bad } = walk(cwd, base, path => below(path).split('/').length < depth);
  const matching = entries.filter(({ path }) => matcher.test(below(path)));
  return {
    files: matching.filter(({ isDirectory }) => !isDirectory).map(({ path }) => path),
    // `**` means every file below, which directories would add to.
    directories: rest.endsWith('**') ? [] : matching.filter(({ isDirectory }) => isDirectory).map(({ path }) => path),
    bad,
  };
}

const TOKEN = /\\.|\*\*\/|\*+|\?|\[!?[^\]/]+\]|[{},]|[.+^$()|\\[\]]/gs;

function regExpOf(pattern: string): string {
  let depth = 0;
  return pattern.replace(TOKEN, token => {
    switch (token) {
      case '**/': return '(?:[^/]+/)*';
      case '**': return '.*';
      case '*': return '[^/]*';
      case '?': return '[^/]';
      case '{': depth++; return '(?:';
      case '}': return depth > 0 ? (depth--, ')') : '\\}';
      case ',': return depth > 0 ? '|' : ',';
    }
    if (token.startsWith('[') && token.length > 1) {
      return token.replace(/^\[!/, '[^').replace(/\\/g, '\\\\');
    }
    return token.startsWith('\\') && token.length > 1 ? `\\${token[1]}` : `\\${token}`;
  });
}
