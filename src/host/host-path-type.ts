/**
 * What must be at a host path before the container starts.
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#hostpath-volume-types
 */
export enum HostPathType {
  /** No check; what is missing is made by the container runtime, as a directory. */
  UNCHECKED = '',
  /** A directory. */
  DIRECTORY = 'Directory',
  /** A directory, made with mode 0755 where it is missing. */
  DIRECTORY_OR_CREATE = 'DirectoryOrCreate',
  /** A file. */
  FILE = 'File',
  /** A file, made with mode 0644 where it is missing; its directory must exist. */
  FILE_OR_CREATE = 'FileOrCreate',
  /** A Unix socket. */
  SOCKET = 'Socket',
  /** A character device. */
  CHAR_DEVICE = 'CharDevice',
  /** A block device. */
  BLOCK_DEVICE = 'BlockDevice',
}
