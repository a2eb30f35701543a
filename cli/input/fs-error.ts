const REASONS: { readonly [code: string]: string } = {
  ENOENT: 'there is no such file or directory',
  ENOTDIR: 'a part of the path is no directory',
  EACCES: 'it may not be read: permission denied',
  EPERM: 'it may not be read: permission denied',
  ELOOP: 'its symbolic links lead in a circle',
  EISDIR: 'it is a directory',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ERR_FS_FILE_TOO_LARGE: 'it is too large to be read: give its parts, each in a file of its own',
  ERR_STRING_TOO_LONG: 'it is too large to be read: give its parts, each in a file of its own',
  ERR_INVALID_ARG_VALUE: 'it is no name of a file',
};

/** Why a file or directory cannot be read, in words. */
export function fsReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code !== undefined ? REASONS[code] : undefined) ?? `it cannot be read: ${message}`;
}
