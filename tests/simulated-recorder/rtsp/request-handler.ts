import type { Socket } from 'node:net';
import type { LoginGuard } from '../auth/login-guard.ts';
import type { Broadcaster, ClipSource } from '../media/broadcaster.ts';
import type { RecorderState } from '../recorder-state.ts';
import type { StreamId } from '../stream-id.ts';
import type { RtspRequest, RtspResponse } from './rtsp-message.ts';
import { SessionState } from './rtsp-session.ts';
import { describeClip } from './sdp.ts';
import { contentBase, isAudioTrack, parseStreamUrl } from './stream-url.ts';
import { parseTransport } from './transport-header.ts';

const METHODS = 'OPTIONS, DESCRIBE, SETUP, PLAY, PAUSE, TEARDOWN, GET_PARAMETER';
const SESSION_TIMEOUT_S = 60;
/** What is asked within a session is no new login: it plays on when the password changes or the account is locked. */
const WITHIN_SESSION = new Set(['PLAY', 'PAUSE', 'TEARDOWN', 'GET_PARAMETER']);

/** What a connection needs to know about the recorder around it. */
export interface RtspSurroundings {
  readonly state: RecorderState;
  readonly guard: LoginGuard;
  readonly broadcaster: Broadcaster;
  readonly clipOf: ClipSource;
  /** Every session of the recorder, set up or playing; the limit counts all of them. */
  readonly openSessions: Set<SessionState>;
}

/** Answers the requests of one connection and owns the one session it may have. */
export class RequestHandler {
  readonly #around: RtspSurroundings;
  readonly #socket: Socket;
  #session: SessionState | undefined;

  constructor(around: RtspSurroundings, socket: Socket) {
    this.#around = around;
    this.#socket = socket;
  }

  get session(): SessionState | undefined {
    return this.#session;
  }

  handle(request: RtspRequest): RtspResponse {
    this.#around.state.counters.countRequest('rtsp', request.method);
    // Recorders say what they can do to anybody.
    if (request.method === 'OPTIONS') return { status: 200, headers: { Public: METHODS } };
    if (WITHIN_SESSION.has(request.method) && this.#namesSession(request))
      return this.#answer(request);
    const { guard } = this.#around;
    const authorization = request.headers.get('authorization');
    const verdict = guard.check({ protocol: 'rtsp', method: request.method, authorization });
    if (verdict !== 'accepted') {
      return { status: 401, headers: { 'WWW-Authenticate': guard.challenge('rtsp', verdict) } };
    }
    return this.#answer(request);
  }

  end(): void {
    if (this.#session === undefined) return;
    this.#session.pause();
    this.#around.openSessions.delete(this.#session);
    this.#session = undefined;
  }

  #answer(request: RtspRequest): RtspResponse {
    switch (request.method) {
      case 'DESCRIBE':
        return this.#describe(request);
      case 'SETUP':
        return this.#setUp(request);
      case 'PLAY':
        return this.#withSession(request, (session) => this.#play(session));
      case 'PAUSE':
        return this.#withSession(request, (session) => this.#pause(session));
      case 'TEARDOWN':
        return this.#withSession(request, (session) => this.#tearDown(session));
      case 'GET_PARAMETER':
        return this.#withSession(request, succeeded);
      default:
        return { status: 501 };
    }
  }

  #describe(request: RtspRequest): RtspResponse {
    const id = this.#playable(request.url);
    if (id === undefined) return { status: 404 };
    return {
      status: 200,
      headers: {
        'Content-Type': 'application/sdp',
        'Content-Base': contentBase(request.url),
      },
      body: describeClip(this.#around.clipOf(id)),
    };
  }

  #setUp(request: RtspRequest): RtspResponse {
    const streamId = this.#playable(request.url);
    if (streamId === undefined) return { status: 404 };
    const transport = parseTransport(request.headers.get('transport'));
    if (transport === undefined) return { status: 461 };
    const { state, openSessions } = this.#around;
    const isAudio = isAudioTrack(request.url);
    // The second track of the session that the first one began; anything else begins another session.
    if (!this.#namesSession(request)) this.end();
    if (openSessions.size >= state.sessionLimit && this.#session === undefined) {
      return { status: 453 };
    }
    if (isAudio) state.counters.audioSetups += 1;
    const session = this.#session ?? this.#open(streamId);
    session.addTracks(isAudio ? { audio: transport.rtp } : { video: transport.rtp });
    const interleaved = `interleaved=${transport.rtp}-${transport.rtcp}`;
    return {
      status: 200,
      headers: {
        Transport: `RTP/AVP/TCP;unicast;${interleaved}`,
        Session: `${session.id};timeout=${SESSION_TIMEOUT_S}`,
      },
    };
  }

  #open(streamId: StreamId): SessionState {
    const { state, broadcaster, openSessions } = this.#around;
    const socket = this.#socket;
    const session = new SessionState({
      ...{ streamId, socket, broadcaster },
      onTooSlow: () => {
        state.counters.slowClientsDropped += 1;
        socket.destroy();
        this.end();
      },
    });
    this.#session = session;
    openSessions.add(session);
    return session;
  }

  #play(session: SessionState): RtspResponse {
    const { state, openSessions } = this.#around;
    if (session.playing !== undefined) return succeeded(session);
    const playingNow = [...openSessions].filter((each) => each.playing !== undefined).length;
    if (playingNow >= state.sessionLimit) return { status: 453 };
    session.play();
    state.counters.countSession(session.streamId, playingNow + 1);
    return succeeded(session);
  }

  #pause(session: SessionState): RtspResponse {
    session.pause();
    return succeeded(session);
  }

  #tearDown(session: SessionState): RtspResponse {
    this.end();
    return succeeded(session);
  }

  #withSession(request: RtspRequest, run: (session: SessionState) => RtspResponse): RtspResponse {
    const session = this.#session;
    return session === undefined || !this.#namesSession(request) ? { status: 454 } : run(session);
  }

  #namesSession(request: RtspRequest): boolean {
    const [claimed] = (request.headers.get('session') ?? '').split(';');
    return this.#session !== undefined && this.#session.id === claimed;
  }

  #playable(url: string): StreamId | undefined {
    const id = parseStreamUrl(url);
    return id !== undefined && this.#around.state.canPlay(id) ? id : undefined;
  }
}

function succeeded(session: SessionState): RtspResponse {
  return { status: 200, headers: { Session: session.id } };
}
