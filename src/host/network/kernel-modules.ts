/** What a network program may do with modules of the kernel. */
export enum KernelModules {
  /** It does not see them. */
  NONE = 'NONE',
  /** It sees /lib/modules, and so which there are. */
  READ = 'READ',
  /** It loads them: the capability SYS_MODULE, which is code in the kernel of the node, and which Talos refuses. */
  LOAD = 'LOAD',
}
