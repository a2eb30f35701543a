import { baseName } from './paths';

/** An image without its tag and digest. */
export function repositoryOf(image: string): string {
  return image.replace(/@.*$/, '').replace(/:[^/]*$/, '');
}

/** The last name of an image, which mirrors keep: `node-exporter` of `registry.example.com/prometheus/node-exporter:v1`. */
export function imageName(image = ''): string {
  return baseName(repositoryOf(image));
}
