import type { ReactNode } from 'react';

interface TileCaptionProps {
  name: string;
  /** The NVR's name; null where it says nothing. */
  site: string | null;
  /** True where another camera has the same name: then the NVR's is always there. */
  isAmbiguous: boolean;
  /** Which stream is shown. */
  quality: string;
  /** Why it is not the stream that suits the tile; null where it is. */
  fallback: string | null;
  /** A small remark about a picture that is live: behind, damaged. */
  mark: string | null;
  /** Its place on the wall, shown while somebody types a number. */
  number: number;
  hasTooltip: boolean;
}

/**
 * A live tile shows its name; whose camera it is, and which stream, while it is pointed at or has the focus. Names are in any
 * script and direction and up to 64 characters long: they end in an ellipsis where there is no room, and a tooltip has the whole.
 */
export function TileCaption(props: TileCaptionProps): ReactNode {
  const { name, site, isAmbiguous, quality, fallback, mark, number, hasTooltip } = props;
  const whole = site === null ? name : `${site} · ${name}`;
  return (
    <span className="tile__caption" aria-hidden title={hasTooltip ? whole : undefined}>
      <span className="tile__number">{number}</span>
      {site !== null && (
        <bdi className={`tile__minor tile__site ${isAmbiguous ? 'tile__minor--needed' : ''}`}>
          {site}
        </bdi>
      )}
      <bdi className="tile__name">{name}</bdi>
      <span className={`tile__minor ${fallback === null ? '' : 'tile__minor--needed'}`}>
        {fallback ?? quality}
      </span>
      {mark !== null && <span className="tile__mark">{mark}</span>}
    </span>
  );
}
