import { request, typed } from '../define.ts';
import { type View, viewSchema } from '../models/view.ts';

/** Requests about how the wall is left. */
export const viewRequests = {
  'view:get': request({ access: 'anyone', output: typed<View>() }),
  'view:set': request({ access: 'anyone', input: viewSchema, output: typed<null>() }),
};
