import {
  KafkaCompression, LogAgent, KubernetesMetadata, LogBuffer, LogField, LogFilter, LogSink, LogSource, LogState, Multiline, SaslMechanism, SecretValue,
} from '../../../src';

const PASSWORD = SecretValue.key('logs', 'password');
const HOST = 'logs.example.com';
const SECRET = "a key of a Secret, such as SecretValue.key('logs', 'password'), never its text";

test.each<[string, () => unknown, string]>([
  ['an id with capitals', () => LogSource.containers({ id: 'Shop' }), "id of the source containers must be at most 32 of a-z, 0-9 and '-', a letter first, got 'Shop'"],
  ['a namespace with capitals', () => LogSource.containers({ namespaces: ['Shop'] }),
    "namespaces of the source containers must be names in lower case, with '*' for any part, such as 'shop-*', got 'Shop'"],
  ['every pod by a star', () => LogSource.containers({ pods: ['*'] }),
    "pods of the source containers must be names in lower case, with '*' for any part, such as 'shop-*', got '*'"],
  ['an excluded container that is a path', () => LogSource.containers({ excludeContainers: ['../x'] }),
    "containers of what the source containers leaves out must be names in lower case, with '*' for any part, such as 'shop-*', got '../x'"],
  ['no namespace at all', () => LogSource.containers({ namespaces: [] }),
    "namespaces of the source containers must be a list of names, such as ['shop-*'], got []: leave it out for all"],
  ['entries of no container', () => Multiline.java({ containers: [] }),
    "containers of a multi-line entry must be a list of names, such as ['shop-*'], got []: leave it out for all"],
  ['no unit at all', () => LogSource.journal({ units: [] }), "units of the source journal must be names of units, such as 'kubelet', got []: leave it out for all"],
  ['no directory of the journal', () => LogSource.journal({ directories: [] }),
    "directories of the source journal must be absolute paths, such as '/var/log/journal', got []: leave it out for those of the platform"],
  ['no paths', () => LogSource.files({ paths: [] }), "paths of the source files must be at least one, such as '/var/log/nginx/*.log', got []"],
  ['a relative path', () => LogSource.files({ paths: ['var/log/a.log'] }), "paths of a source must be absolute, got 'var/log/a.log': write '/var/log/a.log'"],
  ['a directory', () => LogSource.files({ paths: ['/var/log/'] }),
    "paths of a source must be paths of files with no other pattern than '*', and without blanks, quotes and commas, got '/var/log/'"],
  ['a pattern of a shell', () => LogSource.files({ paths: ['/var/log/{a,b}.log'] }),
    "paths of a source must be paths of files with no other pattern than '*', and without blanks, quotes and commas, got '/var/log/{a,b}.log'"],
  ['directories of any depth', () => LogSource.files({ paths: ['/var/log/**/a.log'] }),
    "paths of a source must be with one '*' for any part of a name, got '/var/log/**/a.log': "
    + "some programs take '**' as one directory, others as any number: write '/var/log/*/a.log', and another path for each depth"],
  ['files of the root directory', () => LogSource.files({ paths: ['/*.log'] }),
    "paths of a source must be files below a directory, such as '/var/log/*.log', got '/*.log': the whole file system of the node would be mounted"],
  ['files that are joined by pod', () => LogSource.files({ paths: ['/var/log/a/*.log'], multiline: Multiline.java({ namespaces: ['shop'] }) }),
    'multiline of the source files must be without names of pods, which lines of files do not have, got {"namespaces":["shop"],"pods":[],"containers":[]}'],
  ['a unit with a blank', () => LogSource.journal({ units: ['a b'] }), "units of the source journal must be names of units, such as 'kubelet', got 'a b'"],
  ['a field of the journal in lower case', () => LogSource.journal({ matches: { priority: ['3'] } }),
    "matches of the source journal must be fields in capitals with their values, such as { _TRANSPORT: ['kernel'] }, got {\"priority\":[\"3\"]}"],
  ['a raw source without anything', () => LogSource.raw({}), 'the source raw must be given text or settings, one of the two, got {}'],
  ['a pattern without lines', () => Multiline.pattern({}),
    "pattern of a multi-line entry must be given as firstLine or continuation, got {}: write firstLine: '^\\\\d{4}-'"],
  ['a pattern in quotes', () => Multiline.pattern({ firstLine: '"^a"' }),
    "firstLine of a multi-line entry must be a regular expression without quotes around it, got '\"^a\"': they would be part of it, so that it never matched"],
  ['an entry that is never sent', () => Multiline.java({ flushSeconds: 0 }), 'flushSeconds of a multi-line entry must be a number of seconds above 0, at most 3600, got 0'],
  ['a field with a dot', () => LogField.named('a.b'), "name of a log field must be letters, digits and '_', no digit first, got 'a.b'"],
  ['a label with a blank', () => LogField.podLabel('a b'), "label of a log field must be a label such as 'app.kubernetes.io/name', got 'a b'"],
  ['no fields to add', () => LogFilter.addFields({}), "fields of the filter addFields must be names of letters, digits and '_' with a text in one line, got {}"],
  ['a text of two lines', () => LogFilter.addFields({ a: 'b\nc' }),
    "fields of the filter addFields must be names of letters, digits and '_' with a text in one line, got {\"a\":\"b\\nc\"}"],
  ['a filter of no field', () => LogFilter.drop('message' as never, 'a'), "field of the filter drop must be a value such as LogField.MESSAGE, got 'message'"],
  ['a filter without a pattern', () => LogFilter.keep(LogField.MESSAGE, ''), "pattern of the filter keep must be a regular expression, such as '^ERROR', got ''"],
  ['a replacement that names a group', () => LogFilter.redact('(a)', { replacement: '$1' }),
    "replacement of the filter redact must be plain text without quotes, braces, '$' and '\\', got '$1'"],
  ['a filter for no sources', () => LogFilter.parseJson({ sources: [] }), 'sources of the filter parseJson must be ids of sources, or left out for all, got []'],
  ['a buffer without a cap', () => LogBuffer.disk({ maxSize: '0' }),
    "maxSize of the buffer in files must be an amount of at least 1Mi, such as '512Mi', got '0': without a cap it would fill the node"],
  ['a buffer of any size', () => LogBuffer.memory({ maxSize: 'unlimited' }),
    "maxSize of the buffer in memory must be an amount of at least 1Mi, such as '512Mi', got 'unlimited': without a cap it would fill the node"],
  ['a state that is relative', () => LogState.hostPath('state'), "path of the state must be absolute, got 'state': write '/state'"],
  ['a state in a directory of everybody', () => LogState.hostPath('/var'), "path of the state must be a directory of its own, such as '/var/lib/log-collector', got '/var'"],
  ['a claim with capitals', () => LogState.persistentVolumeClaim('Logs'), "name of a PersistentVolumeClaim must be a lower-case DNS name such as 'log-state', got 'Logs'"],
  ['a sink without destination', () => LogSink.elasticsearch({} as never), 'host of the sink elasticsearch must be text in one line, got undefined'],
  ['a host with a scheme', () => LogSink.loki({ host: 'http://loki' }),
    "host of the sink loki must be a name or an address, without scheme and port, such as 'logs.example.com', got 'http://loki'"],
  ['a host with a port', () => LogSink.http({ host: 'logs:80' }),
    "host of the sink http must be a name or an address, without scheme and port, such as 'logs.example.com', got 'logs:80'"],
  ['port 70000', () => LogSink.openSearch({ host: HOST, port: 70000 }), 'port of the sink openSearch must be a port from 1 to 65535, got 70000'],
  ['a password as text', () => LogSink.openSearch({ host: HOST, password: 'changeme' as never }), `password of the sink openSearch must be ${SECRET}, got 'text'`],
  ['a token as text', () => LogSink.splunkHec({ host: HOST, token: 'abc' as never }), `token of the sink splunkHec must be ${SECRET}, got 'text'`],
  ['no token', () => LogSink.splunkHec({ host: HOST } as never), "token of the sink splunkHec must be a key of a Secret, such as SecretValue.key('splunk', 'token'), got undefined"],
  ['a credential as a header', () => LogSink.http({ host: HOST, headers: { Authorization: 'Basic abc' } }),
    "headers of the sink http must be no credentials, which everybody reads in the manifest, got 'Authorization': move 'Authorization' to secretHeaders"],
  ['a header twice', () => LogSink.otlp({ host: HOST, headers: { 'x-a': '1' }, secretHeaders: { 'X-A': PASSWORD } }), "header of the sink otlp must be given once, got 'x_a'"],
  ['a user without a password', () => LogSink.loki({ host: HOST, username: 'a' }), "user of the sink loki must be given with username and password, got 'no password'"],
  ['a password without a user', () => LogSink.kafka({ brokers: ['kafka:9092'], topic: 'logs', password: PASSWORD }),
    "user of the sink kafka must be given with username and password, got 'no username'"],
  ['two credentials', () => LogSink.elasticsearch({ host: HOST, apiKey: PASSWORD, password: PASSWORD }),
    'credentials of the sink elasticsearch must be one, got ["apiKey","password"]: leave out \'password\''],
  ['a certificate without its key', () => LogSink.http({ host: HOST, tls: { cert: PASSWORD } }),
    'tls of the sink http must be given cert and key, or neither, got {"cert":"password"}'],
  ['authorities for nothing', () => LogSink.http({ host: HOST, tls: { enabled: false, ca: PASSWORD } }),
    "tls of the sink http must be without further settings where nothing is encrypted, got 'ca': leave out enabled: false"],
  ['a broker without a port', () => LogSink.kafka({ brokers: ['kafka'], topic: 'logs' }),
    'brokers of the sink kafka must be hosts with their ports, such as \'kafka.example.com:9092\', got ["kafka"]'],
  ['a topic with a blank', () => LogSink.kafka({ brokers: ['kafka:9092'], topic: 'a b', compression: KafkaCompression.NONE }),
    "topic of the sink kafka must be at most 249 letters, digits, '.', '_' and '-', got 'a b'"],
  ['an index with capitals', () => LogSink.elasticsearch({ host: HOST, index: 'Logs' }), "index of the sink elasticsearch must be in lower case: letters, digits, '-', '_' and '.', got 'Logs'"],
  ['a region that is missing', () => LogSink.cloudWatch({ logGroup: '/a' } as never), 'region of the sink cloudWatch must be text in one line, got undefined'],
  ['days that CloudWatch does not know', () => LogSink.cloudWatch({ region: 'eu-central-1', logGroup: '/a', createLogGroup: true, retentionDays: 8 }),
    'retentionDays of the sink cloudWatch must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 8'],
  ['days of a group that it does not make', () => LogSink.cloudWatch({ region: 'eu-central-1', logGroup: '/a', retentionDays: 7 }),
    'retentionDays of the sink cloudWatch must be given with createLogGroup, got 7: it counts only for a group that it makes'],
  ['half an access key', () => LogSink.s3({ region: 'eu-central-1', bucket: 'logs', accessKeyId: PASSWORD }),
    "access key of the sink s3 must be given with accessKeyId and secretAccessKey, got 'no secretAccessKey'"],
  ['a bucket with capitals', () => LogSink.s3({ region: 'eu-central-1', bucket: 'Logs' }), "bucket of the sink s3 must be 3 to 63 of a-z, 0-9, '.' and '-', got 'Logs'"],
  ['a role that is none', () => LogSink.s3({ region: 'eu-central-1', bucket: 'logs', roleArn: 'logs' }),
    "roleArn of the sink s3 must be a role, such as 'arn:aws:iam::123456789012:role/logs', got 'logs'"],
  ['a user that nobody asks for', () => LogSink.forward({ host: HOST, username: 'a', password: PASSWORD }),
    "user of the sink forward must be given with sharedKey, without which the server asks for no user, got 'a'"],
  ['two ends of attempts', () => LogSink.http({ host: HOST, retry: { attempts: 1, giveUpAfterSeconds: 1 } }),
    'retry of the sink http must be given attempts or giveUpAfterSeconds, one of the two, got {"attempts":1,"giveUpAfterSeconds":1}'],
  ['no attempt', () => LogSink.http({ host: HOST, retry: { attempts: 0 } }), 'attempts of the sink http must be a whole number above 0, got 0'],
  ['a switch as text', () => LogSink.http({ host: HOST, tls: { insecureSkipVerify: 'false' as never } }), "insecureSkipVerify of tls of the sink http must be true or false, got 'false'"],
  ['TLS that is off as text', () => LogSink.http({ host: HOST, tls: { enabled: 'false' as never } }), "enabled of tls of the sink http must be true or false, got 'false'"],
  ['TLS that is a switch', () => LogSink.loki({ host: HOST, tls: false as never }), 'tls of the sink loki must be given as { enabled: false }, got false'],
  ['no name of the server', () => LogSink.loki({ host: HOST, tls: { serverName: '' } }), "serverName of the sink loki must be text in one line, got ''"],
  ['an amount as a buffer', () => LogSink.loki({ host: HOST, buffer: '1Gi' as never }),
    "buffer of the sink loki must be a value such as LogBuffer.disk({ maxSize: '1Gi' }), got '1Gi'"],
  ['options as a buffer', () => LogSink.loki({ host: HOST, buffer: { maxSize: '1Gi' } as never }),
    "buffer of the sink loki must be a value such as LogBuffer.disk({ maxSize: '1Gi' }), got {\"maxSize\":\"1Gi\"}"],
  ['a buffer of an amount', () => LogBuffer.disk('1Gi' as never), "the buffer in files must be given as { maxSize: '1Gi' }, got '1Gi'"],
  ['a buffer that is full in another way', () => LogBuffer.disk({ whenFull: 'drop' as never }),
    "whenFull of the buffer in files must be one of WhenFull.PAUSE, WhenFull.DROP_OLDEST, WhenFull.DROP_NEWEST, got 'drop'"],
  ['a number of attempts alone', () => LogSink.loki({ host: HOST, retry: 5 as never }), 'retry of the sink loki must be given as { attempts: 5 }, got 5'],
  ['the name of a mechanism', () => LogSink.kafka({ brokers: ['kafka:9092'], topic: 'logs', saslMechanism: 'SCRAM_SHA_512' as never }),
    "saslMechanism of the sink kafka must be one of SaslMechanism.PLAIN, SaslMechanism.SCRAM_SHA_256, SaslMechanism.SCRAM_SHA_512, got 'SCRAM_SHA_512'"],
  ['the name of a compression', () => LogSink.kafka({ brokers: ['kafka:9092'], topic: 'logs', compression: 'ZSTD' as never }),
    'compression of the sink kafka must be one of KafkaCompression.NONE, KafkaCompression.GZIP, KafkaCompression.SNAPPY, KafkaCompression.LZ4, KafkaCompression.ZSTD, '
    + "got 'ZSTD'"],
  ['the name of a protocol', () => LogSink.otlp({ host: HOST, protocol: 'GRPC' as never }),
    "protocol of the sink otlp must be one of OtlpProtocol.GRPC, OtlpProtocol.HTTP, got 'GRPC'"],
  ['labels as text', () => KubernetesMetadata.kubelet({ labels: 'false' as never }), "labels of the metadata of Kubernetes must be true or false, got 'false'"],
  ['a place to begin that is none', () => LogSource.containers({ readFrom: 'END' as never }),
    "readFrom of the source containers must be one of ReadFrom.BEGINNING, ReadFrom.END, got 'END'"],
  ['a password as it is without TLS', () => LogSink.kafka({
    brokers: ['kafka:9092'], topic: 'logs', username: 'a', password: PASSWORD, saslMechanism: SaslMechanism.PLAIN, tls: { enabled: false },
  }), "saslMechanism of the sink kafka must be SCRAM where nothing is encrypted, got 'PLAIN': PLAIN shows the password to everybody on the way; "
    + 'leave out enabled: false, or use SaslMechanism.SCRAM_SHA_512'],
  ['a key as a header', () => LogSink.http({ host: HOST, headers: { api_key: 'abc' } }),
    "headers of the sink http must be no credentials, which everybody reads in the manifest, got 'api_key': move 'api_key' to secretHeaders"],
  ['a key of New Relic as a header', () => LogSink.http({ host: HOST, headers: { 'X-Insert-Key': 'abc' } }),
    "headers of the sink http must be no credentials, which everybody reads in the manifest, got 'X-Insert-Key': move 'X-Insert-Key' to secretHeaders"],
  ['a header that says who it is', () => LogSink.otlp({ host: HOST, headers: { 'X-Auth': 'abc' } }),
    "headers of the sink otlp must be no credentials, which everybody reads in the manifest, got 'X-Auth': move 'X-Auth' to secretHeaders"],
  ['a token in a path', () => LogSink.http({ host: HOST, path: '/ingest?a=1&token=hunter2' }),
    "path of the sink http must be without credentials, which everybody reads in the manifest, got 'token': "
    + "move 'token' to secretHeaders, or write 'token=$(NAME)' with a variable of the container"],
  ['a password in an endpoint', () => LogSink.s3({ region: 'eu-central-1', bucket: 'logs', endpoint: 'https://u:hunter2@minio' }),
    "endpoint of the sink s3 must be a URL without a path and a user, such as 'https://s3.example.com', got 'https://…@minio'"],
  ['a password in a host', () => LogSink.loki({ host: 'https://user:hunter2@loki' }),
    "host of the sink loki must be a name or an address, without scheme and port, such as 'logs.example.com', got 'https://…@loki'"],
  ['a password in a broker', () => LogSink.kafka({ brokers: ['user:hunter2@kafka:9092'], topic: 'logs' }),
    "brokers of the sink kafka must be hosts with their ports, such as 'kafka.example.com:9092', got [\"…@kafka:9092\"]"],
  ['a sink without options', () => (LogSink.loki as any)(), "options of the sink loki must be given as { host: 'logs.example.com' }, got undefined"],
  ['a raw sink without options', () => (LogSink.raw as any)(null), "options of the sink raw must be given as { text: '…' }, got null"],
  ['files without options', () => (LogSource.files as any)(), "options of the source files must be given as { paths: ['/var/log/nginx/*.log'] }, got undefined"],
  ['a pattern without options', () => (Multiline.pattern as any)(), "options of a multi-line entry must be given as { firstLine: '^\\\\d{4}-' }, got undefined"],
  ['a program without options', () => (LogAgent.custom as any)(), "container must be given, such as { image: 'example.com/agent:1.2.3' }, got undefined"],
  ['a filter with options that are none', () => LogFilter.parseJson(null as never), "options of the filter parseJson must be given as { id: 'parse-json' }, got null"],
  ['an entry that is no list', () => LogSource.containers({ multiline: 'java' as never }),
    "multiline of the source containers must be values such as [Multiline.java()], got 'java'"],
  ['an entry as text', () => LogSource.containers({ multiline: ['java' as never] }), 'multiline of the source containers must be values such as [Multiline.java()], got ["java"]'],
  ['an entry that is undefined', () => LogSource.containers({ multiline: [undefined as never] }),
    'multiline of the source containers must be values such as [Multiline.java()], got [null]'],
  ['a namespace that is no list', () => LogSource.containers({ namespaces: 'shop' as never }),
    "namespaces of the source containers must be a list of names, such as ['shop-*'], got 'shop': leave it out for all"],
  ['labels that are null', () => LogSink.loki({ host: HOST, labels: null as never }), "labels of the sink loki must be given as { cluster: 'a' }, got null"],
  ['headers that are null', () => LogSink.http({ host: HOST, headers: null as never }), "headers of the sink http must be given as { 'x-tenant': 'shop' }, got null"],
  ['matches that are null', () => LogSource.journal({ matches: null as never }), "matches of the source journal must be given as { _TRANSPORT: ['kernel'] }, got null"],
  ['a path of the node as text', () => LogSource.raw({ text: 'a', hostPaths: ['/x' as never] }),
    "hostPaths of the source raw must be values such as HostPath.readOnly('/var/log'), got [\"/x\"]"],
  ['no path of the audit log', () => LogSource.audit({ path: '' }), "paths of a source must be absolute, such as '/var/log/nginx/*.log', got ''"],
  ['no path of the state', () => (LogState.hostPath as any)(), "path of the state must be absolute, such as '/var/lib/log-collector', got undefined"],
  ['a path with a blank', () => LogSink.http({ host: HOST, path: '/a b' }), "path of the sink http must be a path such as '/ingest', got '/a b'"],
])('%s is refused where it is typed', (_, make, message) => {
  expect(make).toThrow(new Error(message));
});

test('what was handed in changes nothing when it changes later', () => {
  const brokers = ['kafka:9092'];
  const sink = LogSink.kafka({ brokers, topic: 'logs' });
  brokers.push('other');
  expect(sink._model).toMatchObject({ brokers: ['kafka:9092'] });
});

test('a password is sent over TLS unless somebody says otherwise', () => {
  expect(LogSink.openSearch({ host: HOST, password: PASSWORD })._model).toMatchObject({ server: { port: 9200, tls: { enabled: true } }, login: { username: 'admin' } });
});

test('a token in a path may be a variable', () => {
  expect(LogSink.http({ host: HOST, path: '/ingest?token=$(TOKEN)' })._model).toMatchObject({ path: '/ingest?token=$(TOKEN)' });
});

test('an empty list of what is left out leaves out nothing', () => {
  expect(LogSource.containers({ excludePods: [] })._model).toMatchObject({ except: { pods: [] } });
});

test('directories that lie in another are mounted with it', () => {
  expect(LogSource.files({ paths: ['/var/log/*.log', '/var/log/nginx/*.log', '/srv/a/b.log'] })._model)
    .toMatchObject({ hostPaths: [{ path: '/var/log' }, { path: '/srv/a' }] });
});
