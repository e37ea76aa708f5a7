import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const ALIAS = '@contract/';
const CONTRACT = path.resolve(import.meta.dirname, '../../src-preload/contract');

// Sources that run under Node alone find the contract as they do in a bundle.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier.startsWith(ALIAS)
      ? next(pathToFileURL(path.join(CONTRACT, specifier.slice(ALIAS.length))).href, context)
      : next(specifier, context),
});
