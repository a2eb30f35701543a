import { App, Chart } from 'cdk8s';
import { LogAgent, LogCollector, LogField, LogFilter, LogSink, LogSource, SecretValue } from 'cdk8s-node-daemons';

const app = new App();

// Logstash as the collector of each node. It joins no lines and knows no pods, so that it serves best where lines are short and JSON.
new LogCollector(new Chart(app, 'logstash', { namespace: 'logging' }), 'logs', {
  name: 'logstash',
  agent: LogAgent.logstash(),
  sources: [LogSource.containers({ excludeNamespaces: ['kube-system'] })],
  filters: [LogFilter.parseJson(), LogFilter.drop(LogField.named('level'), '^(debug|trace)$')],
  sinks: [LogSink.elasticsearch({ host: 'elasticsearch.logging.svc', password: SecretValue.key('elasticsearch', 'password') })],
});

app.synth();
