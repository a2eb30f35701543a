import { answer, Check } from '../check';
import { Severity } from '../severity';
import { ShellScript, shellScripts } from '../shell-scripts';

const SECONDS: { readonly [unit: string]: number } = { s: 1, m: 60, h: 3600, d: 86400 };

/** ND901 */
export const periodicProgram: Check = {
  id: 'ND901',
  severity: Severity.INFO,
  title: 'A program only sleeps and works now and then',
  text: 'A DaemonSet is for what must always run on each node. What works once an hour holds its requests in between; a '
    + '[CronJob](https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/) starts it when it is time, retries it and says when it failed, '
    + 'if it need not run on every node. Loops that wait less than a minute are not meant, for a CronJob knows no shorter time.',
  acknowledgeable: true,
  judge({ containers }) {
    const scripts = containers.filter(({ isInit }) => !isInit).flatMap(placed => shellScripts(placed).filter(({ isWhole }) => isWhole)
      .map(script => ({ container: placed.container.name, field: script.field, seconds: pauseOf(script) })));
    return scripts.length === 0 ? 'does not apply' : answer(scripts.filter(({ seconds = 0 }) => seconds >= 60).map(({ container, field, seconds }) => ({
      field,
      message: `container '${container}' only works every ${seconds} s: if it need not run on every node, make it a CronJob`,
    })));
  },
};

/** How long a script sleeps in a loop without end that is the last thing it does; a loop that does nothing else keeps a pod alive on purpose. */
function pauseOf({ tokens }: ShellScript): number | undefined {
  const words = tokens.map(({ text }) => text).join(' ').replace(/[\n;]/g, ' ; ').replace(/\s+/g, ' ').trim();
  const [, body] = /(?:^|; |&& )while (?:true|:|\[ (?:1|true) \]) ; do (.*) done(?: ;)?$/.exec(words) ?? [];
  const [sleep, amount, unit] = /(?:^|; |&& )sleep (\d+)([smhd]?)(?= |$)/.exec(body ?? '') ?? [];
  const work = body?.replace(sleep ?? '', '').replace(/[;&\s]|\b(true|do|done)\b/g, '');
  return sleep === undefined || work === '' || /\bdone\b/.test(body!) ? undefined : Number(amount) * SECONDS[unit || 's'];
}
