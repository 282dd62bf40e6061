import { PathRefusal } from '../errors.js';

/** Imports the module of a call. Throws a PathRefusal where there is none of that name. */
export async function loadModule(load: () => Promise<object>, name: string, folder: string): Promise<object> {
  try {
    return await load();
  } catch (problem) {
    const { code, message = '' } = problem as { code?: unknown; message?: string };
    if (code === 'ERR_MODULE_NOT_FOUND' && message.includes('[command line]'))
      throw new PathRefusal(
        `${name}: there is no such file, and no package of that name can be imported from ${folder}`,
        'Write FILE#EXPORT or PACKAGE#EXPORT.',
      );
    if (code === 'ERR_PACKAGE_PATH_NOT_EXPORTED')
      throw new PathRefusal(
        `${name}: the package does not export this`,
        'Look at `exports` in its package.json.',
      );
    throw problem;
  }
}
