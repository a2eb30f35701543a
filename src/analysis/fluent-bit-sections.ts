/** A part of a configuration of Fluent Bit, in its classic form or in YAML. */
export interface FluentBitSection {
  readonly kind: 'service' | 'input' | 'filter' | 'output';
  /** Settings by their names in lower case; of one that stands several times the last. */
  readonly settings: Readonly<Record<string, string>>;
}

const KINDS: Readonly<Record<string, FluentBitSection['kind']>> = {
  service: 'service', input: 'input', filter: 'filter', output: 'output', inputs: 'input', filters: 'filter', outputs: 'output',
};

/** The parts of a configuration; none of a text that is no configuration of Fluent Bit. */
export function fluentBitSections(text: string): readonly FluentBitSection[] {
  return /^[ \t]*\[(INPUT|OUTPUT|FILTER|SERVICE)\][ \t]*$/im.test(text) ? classicSections(text)
    : /^(pipeline|service):[ \t]*$/m.test(text) ? yamlSections(text) : [];
}

/** @see https://docs.fluentbit.io/manual/administration/configuring-fluent-bit/classic-mode/format-schema */
function classicSections(text: string): FluentBitSection[] {
  const sections: { kind?: FluentBitSection['kind']; settings: Record<string, string> }[] = [];
  for (const line of text.split('\n')) {
    const [, name] = /^[ \t]*\[(\w+)\][ \t]*\r?$/.exec(line) ?? [];
    const [, setting, value] = /^[ \t]+([A-Za-z][\w.-]*)[ \t]+(\S.*?)\s*$/.exec(line) ?? [];
    if (name !== undefined) {
      sections.push({ kind: KINDS[name.toLowerCase()], settings: {} });
    } else if (setting !== undefined && sections.length > 0) {
      sections[sections.length - 1].settings[setting.toLowerCase()] = value;
    }
  }
  return sections.flatMap(({ kind, settings }) => kind === undefined ? [] : [{ kind, settings }]);
}

/**
 * Of YAML, the form in which everybody writes it: blocks, one setting a line. What is nested deeper is no setting of the plugin.
 * @see https://docs.fluentbit.io/manual/administration/configuring-fluent-bit/yaml
 */
function yamlSections(text: string): FluentBitSection[] {
  const sections: { kind: FluentBitSection['kind']; settings: Record<string, string> }[] = [];
  let above: { readonly kind: FluentBitSection['kind']; readonly indent: number } | undefined;
  let dashes: number | undefined;
  let settingsAt: number | undefined;
  for (const line of text.split('\n').filter(one => /^[ ]*[^\s#]/.test(one))) {
    const [, { length: indent }, dash = '', content] = /^( *)(-(?: +|$))?(.*)$/.exec(line.trimEnd())!;
    const [, key, rest] = /^["']?([A-Za-z][\w.-]*)["']?[ \t]*:(?:[ \t]+(.*))?$/.exec(content) ?? [];
    if (above !== undefined && (indent < above.indent || dash === '' && indent === above.indent)) {
      above = undefined;
    }
    if (above === undefined) {
      above = key !== undefined && !rest && dash === '' && KINDS[key] !== undefined ? { kind: KINDS[key], indent } : undefined;
      [dashes, settingsAt] = [undefined, undefined];
      above?.kind === 'service' && sections.push({ kind: 'service', settings: {} });
    } else if (dash !== '' && above.kind !== 'service' && (dashes === undefined || indent === dashes)) {
      // Behind a dash alone, the next line says how far its settings stand to the right.
      [dashes, settingsAt] = [indent, content === '' ? undefined : indent + dash.length];
      sections.push({ kind: above.kind, settings: key === undefined ? {} : { [key.toLowerCase()]: plain(rest) } });
    } else if (key !== undefined && dash === '' && sections.length > 0) {
      settingsAt ??= indent;
      indent === settingsAt && (sections[sections.length - 1].settings[key.toLowerCase()] = plain(rest));
    }
  }
  return sections;
}

/** A value without its quotes, or without the comment behind it. */
function plain(value = ''): string {
  const [, quoted] = /^"([^"]*)"|^'([^']*)'/.exec(value)?.filter(one => one !== undefined) ?? [];
  return quoted ?? value.replace(/[ \t]#.*$/, '').trim();
}
