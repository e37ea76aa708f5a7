/** Two notes, twice: told from telephones and from recorders' own buzzers, heard over talk, and no siren. */
const NOTES = [
  { hz: 880, atS: 0 },
  { hz: 660, atS: 0.18 },
  { hz: 880, atS: 0.5 },
  { hz: 660, atS: 0.68 },
];
const NOTE_S = 0.15;
const LOUDNESS = 0.35;
/** Without it, a note begins and ends with a click. */
const EDGE_S = 0.012;

let context: AudioContext | null = null;

/** Sounds once. A computer without sound stays silent; the alarm is on the screen. */
export function soundAlarm(): void {
  context ??= new AudioContext();
  void context.resume().catch(() => undefined);
  for (const { hz, atS } of NOTES) note(context, hz, context.currentTime + atS);
}

function note(audio: AudioContext, hz: number, from: number): void {
  const tone = new OscillatorNode(audio, { type: 'triangle', frequency: hz });
  const gain = new GainNode(audio, { gain: 0 });
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(LOUDNESS, from + EDGE_S);
  gain.gain.setValueAtTime(LOUDNESS, from + NOTE_S - EDGE_S);
  gain.gain.linearRampToValueAtTime(0, from + NOTE_S);
  tone.connect(gain).connect(audio.destination);
  tone.start(from);
  tone.stop(from + NOTE_S);
}
