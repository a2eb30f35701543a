import { regexp, Section, section } from './language';
import { tagged, tagsOf } from './tags';
import { ContainersModel, FilesModel, SourceModel } from '../../host/log/model';
import { multilineGroups } from '../log/multiline-groups';
import { LogPipeline } from '../log/pipeline';

/** Else an entry has the time of the line that ends it, which may be the next one; and each that waited for its rest is told of in its own log. */
const JOINED = { 'use_first_timestamp': true, '@log_level': 'warn' };

/** A label ends where all its lines go on in another. */
export function goOn(label: string): Section {
  return section('match', '**', { '@type': 'relabel', '@label': label });
}

/**
 * Labels in which lines become whole. What waits too long for its rest leaves such a filter by its `timeout_label`, which therefore is the next one.
 * @see https://github.com/fluent-plugins-nursery/fluent-plugin-concat
 */
export function joins(pipeline: LogPipeline): Section[] {
  const containers = pipeline.sources.filter(({ kind }) => kind === 'containers').map(({ id }) => id);
  return [...containers.length === 0 ? [] : ofRuntimes(containers), wholeLines(containers, pipeline)];
}

function ofRuntimes(containers: readonly string[]): Section[] {
  return [
    section('label', '@CRI', {}, section('filter', tagged(containers), {
      '@type': 'concat',
      '@id': 'join_cri',
      'key': 'message',
      'use_partial_cri_logtag': true,
      'partial_cri_logtag_key': 'logtag',
      // It takes the field away that is named here, and tells streams apart by the next one.
      'partial_cri_stream_key': 'logtag',
      'stream_identity_key': 'stream',
      'separator': '',
      ...JOINED,
      'flush_interval': '5s',
      'timeout_label': '@DOCKER',
    }), goOn('@DOCKER')),
    section('label', '@DOCKER', {}, section('filter', tagged(containers), {
      '@type': 'concat',
      '@id': 'join_docker',
      // Lines of CRI have no such key, and pass.
      'key': 'log',
      'multiline_end_regexp': regexp('\\n\\z'),
      'stream_identity_key': 'stream',
      'separator': '',
      ...JOINED,
      'flush_interval': '5s',
      'timeout_label': '@TEXT',
    }), goOn('@TEXT')),
  ];
}

function wholeLines(containers: readonly string[], pipeline: LogPipeline): Section {
  return section('label', '@TEXT', {},
    ...containers.length === 0 ? [] : [section('filter', tagged(containers), {
      '@type': 'record_modifier', '@id': 'one_text', 'remove_keys': 'log',
    }, section('record', '', { message: { written: '${(record["log"] || record["message"]).to_s.chomp}' } }))],
    // Bytes that are no UTF-8 fail in regular expressions with other letters than ASCII, and in the JSON of sinks.
    section('filter', '**', { '@type': 'record_modifier', '@id': 'utf8', 'char_encoding': 'utf-8:utf-8' }),
    ...pipeline.sources.filter(isJoined).flatMap(multilines),
    goOn('@EVENTS'));
}


function isJoined(source: SourceModel): source is ContainersModel | FilesModel {
  return 'multiline' in source && source.multiline.length > 0;
}

function multilines(source: ContainersModel | FilesModel): Section[] {
  const groups = multilineGroups(source.multiline);
  return groups.map((group, position) => section('filter', tagsOf(source, group, groups.slice(0, position)), {
    '@type': 'concat',
    '@id': `multiline_${source.id}_${position + 1}`,
    'key': 'message',
    'multiline_start_regexp': regexp(group.continuation === undefined ? group.firstLine! : `\\A(?!.*(?:${group.continuation}))`),
    'stream_identity_key': source.kind === 'containers' ? 'stream' : 'file',
    ...JOINED,
    'flush_interval': group.flushSeconds,
    'timeout_label': '@EVENTS',
  }));
}
