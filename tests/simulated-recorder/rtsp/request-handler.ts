import type { Socket } from 'node:net';
import type { LoginGuard } from '../auth/login-guard.ts';
import type { Broadcaster, ClipSource } from '../media/broadcaster.ts';
import { PlaybackSession } from '../recordings/playback-session.ts';
import type { RecorderState } from '../recorder-state.ts';
import type { StreamId } from '../stream-id.ts';
import type { RtspRequest, RtspResponse } from './rtsp-message.ts';
import { SessionState } from './rtsp-session.ts';
import { describeClip } from './sdp.ts';
import { contentBase, isAudioTrack, parseStreamUrl, parseTrackUrl } from './stream-url.ts';
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
  #playback: PlaybackSession | undefined;

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
    this.#playback?.halt();
    this.#playback = undefined;
    if (this.#session === undefined) return;
    this.#session.pause();
    this.#around.openSessions.delete(this.#session);
    this.#session = undefined;
  }

  #answer(request: RtspRequest): RtspResponse {
    if (parseTrackUrl(request.url) !== undefined) return this.#answerOfRecording(request);
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

  #answerOfRecording(request: RtspRequest): RtspResponse {
    const { state, clipOf } = this.#around;
    const channel = parseTrackUrl(request.url) ?? 0;
    if (!state.channels.some(({ number }) => number === channel)) return { status: 404 };
    const clip = clipOf({ channel, stream: 'main' });
    const base = contentBase(request.url);
    if (request.method === 'DESCRIBE') {
      const headers = { 'Content-Type': 'application/sdp', 'Content-Base': base };
      return { status: 200, headers, body: describeClip(clip) };
    }
    const playback = this.#playback;
    if (request.method === 'SETUP') {
      const transport = parseTransport(request.headers.get('transport'));
      if (transport === undefined) return { status: 461 };
      const { recordings } = state;
      const opened = new PlaybackSession({ channel, clip, socket: this.#socket, recordings });
      this.end();
      opened.setUp(transport.rtp);
      recordings.opened += 1;
      this.#playback = opened;
      const headers = {
        Transport: `RTP/AVP/TCP;unicast;interleaved=${transport.rtp}-${transport.rtcp}`,
        Session: `${opened.id};timeout=${SESSION_TIMEOUT_S}`,
      };
      return { status: 200, headers };
    }
    if (playback === undefined || !this.#namesSession(request)) return { status: 454 };
    if (request.method === 'PLAY') return this.#playRecording(playback, request);
    if (request.method === 'PAUSE') playback.halt();
    if (request.method === 'TEARDOWN') this.end();
    return { status: 200, headers: { Session: playback.id } };
  }

  /** Without a Range it begins with the oldest that there is, as several recorders do. */
  #playRecording(playback: PlaybackSession, request: RtspRequest): RtspResponse {
    const { recordings } = this.#around.state;
    const others = [...recordings.playing].filter((each) => each !== playback);
    if (others.length >= recordings.limit) return { status: 453 };
    recordings.plays += 1;
    const askedMs = recordings.momentIn(request.headers.get('range')) ?? recordings.sinceMs;
    const Range = recordings.rangeFrom(playback.play(askedMs));
    return { status: 200, headers: { Session: playback.id, Range } };
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
    const own = this.#session ?? this.#playback;
    return own !== undefined && own.id === claimed;
  }

  #playable(url: string): StreamId | undefined {
    const id = parseStreamUrl(url);
    return id !== undefined && this.#around.state.canPlay(id) ? id : undefined;
  }
}

function succeeded(session: SessionState): RtspResponse {
  return { status: 200, headers: { Session: session.id } };
}
