/** A section of a configuration of Fluent Bit in its classic form: each setting in lower case with all of its values. */
export interface ClassicSection {
  readonly section: string;
  readonly settings: { readonly [setting: string]: readonly string[] };
}

/** The sections of all files of a ConfigMap. */
export function classicSections(data: { readonly [file: string]: string }): ClassicSection[] {
  const sections: { section: string; settings: { [setting: string]: string[] } }[] = [];
  for (const line of Object.values(data).join('\n').split('\n')) {
    const [, section] = /^\s*\[(\w+)\]\s*$/.exec(line) ?? [];
    const [, setting, value] = /^\s+([A-Za-z][\w.-]*)\s+(\S.*?)\s*$/.exec(line) ?? [];
    if (section !== undefined) {
      sections.push({ section, settings: {} });
    } else if (setting !== undefined && sections.length > 0) {
      const { settings } = sections[sections.length - 1];
      settings[setting.toLowerCase()] = [...settings[setting.toLowerCase()] ?? [], value];
    }
  }
  return sections;
}

/** Those of some paths that an input reads, by its patterns in one text with commas. */
export function readOf(paths: readonly string[], include: string, exclude = ''): string[] {
  const matches = (path: string, patterns: string) => patterns.split(',').map(pattern => pattern.trim()).filter(pattern => pattern !== '')
    .some(pattern => new RegExp(`^${pattern.replace(/[.+^$(){}|[\]\\]/g, '\\$&').replace(/\*/g, '[^/]*').replace(/\?/g, '[^/]')}$`).test(path));
  return paths.filter(path => matches(path, include) && !matches(path, exclude));
}

/** Links as the kubelet makes them for containers. */
export function linksOf(...pods: readonly string[]): string[] {
  return pods.map(pod => `/var/log/containers/${pod}_some-namespace_some-container-${'0123456789abcdef'.repeat(4)}.log`);
}
