import { request, typed } from '../define.ts';
import { type View, viewSchema } from '../models/view.ts';

/** Requests about how the wall is left. */
export const viewRequests = {
  'view:get': request({ permission: 'watch', output: typed<View>() }),
  'view:set': request({ permission: 'watch', input: viewSchema, output: typed<null>() }),
};
