import { ConfigurationSource, sourcesOfEnv, sourcesOfVolume } from './configuration';
import type { Daemon, PlacedContainer } from './daemon';
import { filledFlags } from './flags';
import { imageName } from './images';
import { textsAt } from './loose';
import { MountedPath, mountedPaths } from './mounted-paths';
import type { ObjectSet } from './object-set';
import { cleanPath } from './paths';
import { isWithin } from '../kubernetes/host-path';

/** Images of containers that watch files for another one and tell it: prometheus-config-reloader, configmap-reload, config-reloader. */
const RELOADER = /config(map)?-?reload(er)?$/i;
const WATCHED = ['watched-dir', 'config-file', 'volume-dir'];

/** How programs are told to watch their files: Vector, Logstash. */
const WATCHING_FLAGS = ['watch-config', 'config.reload.automatic'];
const WATCHING_VARIABLES = ['VECTOR_WATCH_CONFIG', 'CONFIG_RELOAD_AUTOMATIC'];
const WATCHING_SETTING = /^[ \t]*["']?config\.reload\.automatic["']?[ \t]*:[ \t]*["']?true\b/m;

/** Whether a container watches files for another one. */
export function isReloader({ container: { image } }: PlacedContainer): boolean {
  return RELOADER.test(imageName(image));
}

/** Whether a ConfigMap or Secret is read again when it changes, by all that read it: none of it is a variable or a file by `subPath`, which stay. */
export function isReloaded(source: ConfigurationSource, daemon: Daemon, objects: ObjectSet): boolean {
  const running = daemon.containers.filter(({ isInit }) => !isInit);
  const isSource = ({ kind, name }: ConfigurationSource) => kind === source.kind && name === source.name;
  const mountsBy = (placed: PlacedContainer) => mountedPaths(daemon.pod, placed).filter(({ volume }) => sourcesOfVolume(volume ?? { name: '' }).some(isSource));
  const isFixed = daemon.containers.some(({ container }) => sourcesOfEnv(container).some(isSource))
    || running.some(placed => mountsBy(placed).some(({ isPart }) => isPart));
  return !isFixed && running.some(placed => {
    const mounts = mountsBy(placed);
    return mounts.length > 0 && (isReloaderOf(placed, mounts) || watchesItself(placed, daemon, objects));
  });
}

function isReloaderOf(placed: PlacedContainer, mounts: readonly MountedPath[]): boolean {
  const paths = filledFlags(placed).flatMap(({ name, value }) => WATCHED.includes(name) && value !== undefined ? [cleanPath(value)] : []);
  return isReloader(placed) && paths.some(path => mounts.some(({ mountPath }) => isWithin(path, mountPath) || isWithin(mountPath, path)));
}

function watchesItself(placed: PlacedContainer, daemon: Daemon, objects: ObjectSet): boolean {
  const isSaid = filledFlags(placed).some(({ name, value }) => WATCHING_FLAGS.includes(name) && value !== 'false')
    || (placed.container.env ?? []).some(({ name, value }) => WATCHING_VARIABLES.includes(name) && value === 'true');
  const textsOf = ({ kind, name }: ConfigurationSource) => kind === 'Secret' ? [] : Object.values(textsAt(objects.named(kind, daemon.namespace, name)?.manifest, 'data'));
  return isSaid || mountedPaths(daemon.pod, placed).flatMap(({ volume }) => volume === undefined ? [] : sourcesOfVolume(volume))
    .some(one => textsOf(one).some(text => WATCHING_SETTING.test(text)));
}
