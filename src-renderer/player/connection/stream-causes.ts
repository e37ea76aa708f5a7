import type { PlayerFailure, StreamCause, StreamNews } from '../player-types.ts';

/** After an attempt ended with an error of go2rtc, news so soon after it still tells of that attempt. */
const EXPLAINS_WITHIN_MS = 3000;
/** A session that brought pictures for so long is dialled anew at once; a shorter one could be the recorder's way to say no. */
const WORTH_REDIAL_MS = 2000;

/** How a player stands when news comes. */
export interface AttemptSituation {
  /** go2rtc has let it in: from now on the recorder is dialled for it. */
  readonly isOpen: boolean;
  /** For so long its picture has been shown; null before the first one of this connection. */
  readonly shownForMs: number | null;
  /** So long ago its last attempt failed; null where none has, or another one has begun. */
  readonly failedForMs: number | null;
}

/** What a player makes of news. `explain` gives a failure that has just been told its true cause. */
export type NewsAction =
  | { readonly kind: 'none' | 'redial' | 'slow' | 'damage' }
  | { readonly kind: 'fail' | 'explain'; readonly failure: PlayerFailure };

const NONE: NewsAction = { kind: 'none' };
const REDIALLED: ReadonlySet<StreamCause> = new Set(['connection-lost', 'session-ended']);

/** News comes just before go2rtc's own error, just after it, or instead of it: at PLAY go2rtc takes a refusal for silence. */
export function actionOn(news: StreamNews, situation: AttemptSituation): NewsAction {
  const { isOpen, shownForMs, failedForMs } = situation;
  switch (news.kind) {
    case 'failed': {
      const failure = failureOf(news);
      if (!isOpen) {
        const isMine = failedForMs !== null && failedForMs <= EXPLAINS_WITHIN_MS;
        return isMine ? { kind: 'explain', failure } : NONE;
      }
      if (wasWell(shownForMs) && REDIALLED.has(news.cause)) return { kind: 'redial' };
      return { kind: 'fail', failure };
    }
    case 'slow':
      return isOpen && shownForMs === null ? { kind: 'slow' } : NONE;
    case 'lost':
      return isOpen ? { kind: 'damage' } : NONE;
    case 'encrypted':
    case 'no-parameter-sets':
      return isOpen ? { kind: 'fail', failure: NO_PICTURE[news.kind] } : NONE;
    case 'playing':
      return NONE;
  }
}

/** Whether a session that ended is to be dialled anew at once. */
export function isWorthRedial(failure: PlayerFailure, shownForMs: number | null): boolean {
  const isEnd = failure.kind === 'offline' && failure.reason === 'connection-lost';
  return isEnd && wasWell(shownForMs);
}

function wasWell(shownForMs: number | null): boolean {
  return shownForMs !== null && shownForMs >= WORTH_REDIAL_MS;
}

const NO_PICTURE: Record<'encrypted' | 'no-parameter-sets', PlayerFailure> = {
  encrypted: { kind: 'offline', reason: 'encrypted', detail: 'the pictures are encrypted' },
  'no-parameter-sets': { kind: 'offline', reason: 'no-format', detail: 'no parameter sets' },
};

function failureOf({ cause, status }: Extract<StreamNews, { kind: 'failed' }>): PlayerFailure {
  const detail = status === null ? cause : `${cause} (${status})`;
  if (cause === 'login-refused') return { kind: 'refused', detail };
  return { kind: 'offline', reason: cause === 'no-answer' ? 'timeout' : cause, detail };
}
