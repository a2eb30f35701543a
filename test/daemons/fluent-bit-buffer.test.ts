import { Testing } from 'cdk8s';
import { AWS, collector, LOGS, STDOUT } from './rendered-fluent-bit';
import { LogBuffer, LogCollector, LogSink, LogSource, LogState, Multiline } from '../../src';
import { findingsOf } from '../analysis/checks';
import { chartOf } from '../core/testing';

const limits = (memory: string) => ({ container: { resources: { limits: { memory } } } });
const megabytes = (amount: string | number = 0) => Number(String(amount).replace(/M$/, ''));

describe('what waits', () => {
  test('lies on the disk of the node, with a cap for each sink', () => {
    const { inputs, outputs, service } = collector({ sinks: [STDOUT, LogSink.http({ ...LOGS, buffer: LogBuffer.disk({ maxSize: '1Gi' }) })] });
    expect(inputs[0]['storage.type']).toBe('filesystem');
    expect(outputs.map(output => output['storage.total_limit_size'])).toEqual(['512M', '1024M']);
    expect(service['storage.path']).toBe('/var/lib/fluent-bit/buffer');
  });

  test('in memory makes the inputs wait, and those that join lines', () => {
    const { inputs, filters, outputs, service } = collector({ buffer: LogBuffer.memory({ maxSize: '30Mi' }), sources: [LogSource.containers({ multiline: [Multiline.go()] }), LogSource.journal()] });
    expect(inputs.map(input => [input['storage.type'], input.mem_buf_limit])).toEqual([[undefined, '10M'], [undefined, '10M']]);
    expect(filters[0]).toMatchObject({ emitter_mem_buf_limit: '10M' });
    expect([outputs[0]['storage.total_limit_size'], service['storage.path']]).toEqual([undefined, undefined]);
  });

  test('on the disk is dropped by no emitter', () => {
    const { filters: [filter] } = collector({ sources: [LogSource.containers({ multiline: [Multiline.go()] })] });
    expect(filter).toMatchObject({ 'emitter_storage.type': 'filesystem', 'emitter_mem_buf_limit': 0 });
  });

  test.each(['64Mi', '200Mi', '1Gi', '16Gi'])('on the disk takes less than half of %s of memory', memory => {
    const { service } = collector({}, limits(memory));
    const [limit] = [Number(memory.replace(/\D+/, '')) * (memory.endsWith('Gi') ? 1024 : 1)];
    expect(2 * service['storage.max_chunks_up'] + megabytes(service['storage.backlog.mem_limit'])).toBeLessThan(limit / 2);
  });

  test('in memory takes less than half of the limit, however many inputs and sinks there are', () => {
    const sources = [LogSource.containers({ multiline: [Multiline.go({ pods: ['a'] }), Multiline.java()] }), LogSource.journal({ units: ['a', 'b'], matches: { PRIORITY: ['1', '2'] } })];
    const { inputs, filters } = collector({ sources, sinks: [STDOUT, LogSink.http(LOGS)], buffer: LogBuffer.memory({ maxSize: '50Mi' }) });
    const all = [...inputs.map(input => megabytes(input.mem_buf_limit)), ...filters.map(filter => megabytes(filter.emitter_mem_buf_limit))];
    expect(all.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(100);
  });

  test('within Kafka and S3 takes an eighth of the limit', () => {
    const { outputs: [kafka, s3] } = collector({ sinks: [LogSink.kafka({ brokers: ['a:1'], topic: 'a' }), LogSink.s3({ ...AWS, bucket: 'logs' })] }, limits('256Mi'));
    expect(kafka['rdkafka.queue.buffering.max.kbytes']).toBe(16 * 1024);
    expect(s3.total_file_size).toBe('16M');
  });

  test('in memory has most of the time that the kubelet gives', () => {
    expect(collector({ buffer: LogBuffer.memory() }).service.grace).toBe(50);
    expect(collector({ buffer: LogBuffer.memory(), terminationGracePeriodSeconds: 10 }).service.grace).toBe(5);
    expect(collector().service.grace).toBeUndefined();
  });
});

describe('the state', () => {
  test('is a directory of the node that no other daemon has, and the only one that it may write', () => {
    const { pod, mounts } = collector();
    expect(pod.volumes).toContainEqual({ name: 'state', hostPath: { path: '/var/lib/fluent-bit/logging-logs', type: 'DirectoryOrCreate' } });
    expect(mounts.filter(mount => mount.endsWith(' rw'))).toEqual(['/var/lib/fluent-bit rw']);
  });

  test('of two collectors is not one', () => {
    const chart = chartOf('logging');
    ['a', 'b'].forEach(id => new LogCollector(chart, id, { sinks: [STDOUT] }));
    expect(['ND303', 'ND514'].flatMap(id => findingsOf(id, Testing.synth(chart)))).toEqual([]);
  });

  test('of two collectors in one directory is an error', () => {
    const chart = chartOf('logging');
    ['a', 'b'].forEach(name => new LogCollector(chart, name, { name, sinks: [STDOUT], state: LogState.hostPath('/var/lib/logs') }));
    expect(() => Testing.synth(chart)).toThrow("ND514 container 'fluent-bit' keeps in '/var/lib/logs/containers.db' of the node how far it has read, and 'platform/a' does so too on the "
      + 'same nodes: give each a directory of its own');
  });

  test('behind a network is written so that it can be', () => {
    const { inputs, pod } = collector({ state: LogState.persistentVolumeClaim('logs') });
    expect(inputs[0]['db.journal_mode']).toBe('DELETE');
    expect(pod.containers[0].volumeMounts).toContainEqual({ name: 'state', mountPath: '/var/lib/fluent-bit', subPathExpr: '$(NODE_NAME)' });
    expect(collector().inputs[0]['db.journal_mode']).toBeUndefined();
  });
});
