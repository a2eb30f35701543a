import { answer, Check } from '../check';
import { CniFile, cniFiles, isNetworkFile, writesOnlyPrograms } from '../cni';
import type { PlacedContainer } from '../daemon';
import { Severity } from '../severity';

/** What a container does before the others start. */
interface Step {
  readonly placed: PlacedContainer;
  readonly isProgram: boolean;
  readonly file?: CniFile;
}

/** ND238 */
export const cniConfigurationBeforePrograms: Check = {
  id: 'ND238',
  severity: Severity.WARNING,
  title: 'The network configuration is there before the programs that it names',
  text: 'A runtime starts to make networks for pods as soon as a configuration appears, and fails for each pod until the programs are there: '
    + '[skuba#1037](https://github.com/SUSE/skuba/pull/1037). Init containers run one after the other: copy the programs first, the configuration last.',
  acknowledgeable: true,
  judge({ pod, containers }) {
    const steps: Step[] = containers.filter(({ isInit }) => isInit).flatMap((placed): Step[] => {
      const files: Step[] = cniFiles(pod, placed).map(file => ({ placed, isProgram: file.kind === 'program', file }));
      return files.length > 0 ? files : writesOnlyPrograms(pod, placed) ? [{ placed, isProgram: true }] : [];
    });
    const first = steps.findIndex(({ file }) => file !== undefined && isNetworkFile(file));
    const late = steps.slice(0, Math.max(first, 0)).some(({ isProgram }) => isProgram) ? undefined : steps.slice(first + 1).find(({ isProgram }) => isProgram);
    return steps.length === 0 ? 'does not apply' : answer(first < 0 || late === undefined ? [] : [{
      field: steps[first].file!.field,
      message: `init container '${steps[first].placed.container.name}' writes '${steps[first].file!.target}' before '${late.placed.container.name}' copies the programs: `
        + 'copy the programs first',
    }]);
  },
};
