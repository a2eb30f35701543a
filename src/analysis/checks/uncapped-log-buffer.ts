import { AgentConfiguration, agentConfigurations } from '../agent-configurations';
import { answer, Check, Problem } from '../check';
import { FluentBitSection, fluentBitSections } from '../fluent-bit-sections';
import { Severity } from '../severity';
import { fileBuffers } from '../state-claims';

/** Outputs with which nothing waits, or that have a store of their own. */
const NEVER_WAITING = /^(counter|exit|flowcounter|null|s3|stdout)$/i;

/** ND513 */
export const uncappedLogBuffer: Check = {
  id: 'ND513',
  severity: Severity.ERROR,
  title: 'The disk buffer of a log agent has no cap',
  text: 'While a server does not answer, the buffer grows until the disk of the node is full and the kubelet evicts its pods: '
    + '[fluent-bit#3794](https://github.com/fluent/fluent-bit/issues/3794), [logging-operator#786](https://github.com/kube-logging/logging-operator/issues/786). '
    + 'Fluent Bit has no limit unless each output has `storage.total_limit_size`, and fluentd one of 64 GB unless `<buffer>` has `total_limit_size`. It is asked of outputs that '
    + 'get lines of an input or a filter that keeps them in files, in ConfigMaps that are judged with the daemon.',
  acknowledgeable: true,
  isDecision: true,
  judge(daemon, objects) {
    const all = agentConfigurations(daemon, objects);
    const byContainer = [...new Set(all.map(({ placed }) => placed))].map(placed => all.filter(one => one.placed === placed));
    const answers = [...byContainer.map(ofFluentBit), ...all.map(ofFluentd)].filter(found => found !== undefined);
    return answers.length === 0 ? 'does not apply' : answer(answers.flat());
  },
};

/** The files of a container may include each other, so that they are one configuration. */
function ofFluentBit(files: readonly AgentConfiguration[]): Problem[] | undefined {
  const parts = files.flatMap(({ configMap, text }) => fluentBitSections(text).map(part => ({ ...part, configMap })));
  const kept = parts.filter(({ kind, settings }) => kind === 'input' && isFile(settings['storage.type']) || kind === 'filter' && isFile(settings['emitter_storage.type']));
  const outputs = parts.filter(({ kind, settings }) => kind === 'output' && !NEVER_WAITING.test(settings.name ?? '') && kept.some(part => mayGet(settings, part)));
  return outputs.length === 0 ? undefined : outputs.filter(({ settings }) => !hasCap(settings['storage.total_limit_size'])).map(({ settings, configMap }) => ({
    field: files[0].placed.field,
    message: `output '${settings.alias ?? settings.name}' for '${settings.match ?? settings.match_regex ?? '*'}' of Fluent Bit '${files[0].placed.container.name}' `
      + `buffers in files without a cap (ConfigMap '${configMap}'): `
      + "give it storage.total_limit_size, such as '512M'",
  }));
}

function ofFluentd({ placed, configMap, text }: AgentConfiguration): Problem[] | undefined {
  const buffers = fileBuffers(text);
  const open = buffers.filter(buffer => !/^[ \t]*total_limit_size[ \t]+\S/m.test(buffer));
  return buffers.length === 0 ? undefined : open.slice(0, 1).map(() => ({
    field: placed.field,
    message: `${open.length === 1 ? 'a buffer' : `${open.length} buffers`} of fluentd '${placed.container.name}' may take 64 GB of the disk (ConfigMap '${configMap}'): `
      + "give <buffer> total_limit_size, such as '512m'",
  }));
}

function isFile(type: string | undefined): boolean {
  return type?.toLowerCase() === 'filesystem';
}

function hasCap(size: string | undefined): boolean {
  return size !== undefined && !/^(off|false|no)$/i.test(size);
}

/** Whether lines of an input may come to an output; what a filter gives on may have any tag. */
function mayGet({ match, match_regex: expression }: FluentBitSection['settings'], { kind, settings: { tag } }: FluentBitSection): boolean {
  if (match === undefined || kind === 'filter' || tag === undefined || expression !== undefined || /\$/.test(`${tag}${match}`)) {
    return true;
  }
  // What stands for `*` in a tag is known when it runs: the ends of both must agree as far as they go.
  const [begin] = tag.split('*');
  const [wanted] = match.split('*');
  return match.includes('*') || tag.includes('*') ? begin.startsWith(wanted) || wanted.startsWith(begin) : tag === match;
}
