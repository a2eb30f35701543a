import { invalid, listed } from './invalid';

/** Which images a mirror stands for. */
export interface MirrorOptions {
  /**
   * Only images of these registries, such as `docker.io` or `quay.io`.
   *
   * @default - images of every registry
   */
  readonly registries?: string[];
}

/**
 * Where images are pulled from. It applies to every image of the daemons in its scope, to those of the catalogue and to those
 * that you write.
 */
export class ImageSource {
  /** Each image from the registry that its name says. */
  public static upstream(): ImageSource {
    return new ImageSource(image => image);
  }

  /**
   * Each image from one registry, under the repository that it has at its own: `quay.io/prometheus/node-exporter:v1.12.1`
   * becomes `registry.example.com/prometheus/node-exporter:v1.12.1`.
   *
   * @param registry host of the mirror, with a path where it has one, such as `registry.example.com/mirror`
   * @param options which images
   */
  public static mirror(registry: string, options: MirrorOptions = {}): ImageSource {
    if (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/i.test(registry)) {
      throw invalid('registry', "a host with an optional path, without 'https://' and without a slash at its end", registry);
    }
    const mirrored = options.registries === undefined ? undefined : new Set(options.registries);
    return new ImageSource(image => {
      const { host, repository } = splitImage(image);
      return image.startsWith(`${registry}/`) || mirrored?.has(host) === false ? image : `${registry}/${repository}`;
    });
  }

  /**
   * Each image as this map says. An image that has no entry and no digest of its own is an error.
   *
   * @param images from the image as it is written to the image that is pulled, such as
   * `{ 'valkey/valkey:8.1': 'valkey/valkey:8.1@sha256:…' }`
   */
  public static pinned(images: { [image: string]: string }): ImageSource {
    const pins = new Map(Object.entries(images));
    return new ImageSource(image => {
      const pin = pins.get(image) ?? (image.includes('@') ? image : undefined);
      if (pin === undefined) {
        throw new Error(`image '${image}' has no pin: add it to ImageSource.pinned({ … }), which has ${listed(pins.keys())}`);
      }
      return pin;
    });
  }

  private constructor(private readonly rewrite: (image: string) => string) {}

  /** @internal */
  public _resolve(image: string): string {
    return this.rewrite(image);
  }
}

/** The registry and the rest of an image, as container runtimes read a name without a registry. */
function splitImage(image: string): { host: string; repository: string } {
  const slash = image.indexOf('/');
  const first = image.slice(0, Math.max(slash, 0));
  if (/[.:]/.test(first) || first === 'localhost') {
    return { host: first, repository: image.slice(slash + 1) };
  }
  return { host: 'docker.io', repository: slash < 0 ? `library/${image}` : image };
}
