import { execFileSync } from 'node:child_process';

/** What a player sees in a video or picture file. */
export function mediaFacts(file: string): { codec: string; size: string; seconds: number } {
  const entries = 'stream=codec_name,width,height:format=duration';
  const args = ['-v', 'error', '-show_entries', entries, '-of', 'json', file];
  const { streams, format } = JSON.parse(execFileSync('ffprobe', args, { encoding: 'utf8' })) as {
    streams: { codec_name: string; width: number; height: number }[];
    format: { duration?: string };
  };
  const [video] = streams;
  return {
    codec: video?.codec_name ?? 'none',
    size: `${video?.width}x${video?.height}`,
    seconds: Number(format.duration ?? 0),
  };
}

/** How many shades of grey the first picture of a file has when it is made 16x16 pixels small. */
export function shades(file: string): number {
  const picture = ['-vf', 'scale=16:16', '-frames:v', '1', '-pix_fmt', 'gray', '-f', 'rawvideo'];
  return new Set(execFileSync('ffmpeg', ['-v', 'error', '-i', file, ...picture, '-'])).size;
}
