import { useState, type ReactNode } from 'react';
import { goToTime } from '../../model/go-to-time.ts';
import { seekTo } from '../../store/review-store.ts';
import { text } from '../../text/catalogue.ts';

/** Where the key for it leads. */
export const GO_TO_FIELD_ID = 'go-to-time';

/** A field for a moment as people write it. */
export function GoToTime(): ReactNode {
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const { goTo, goToHint, notATime } = text.review;
  return (
    <form
      className="go-to-time"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const atMs = goToTime(typed, Date.now());
        setIsWrong(atMs === null);
        if (atMs === null) return;
        seekTo(atMs);
        setTyped('');
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      }}
    >
      <input
        id={GO_TO_FIELD_ID}
        aria-label={goTo}
        placeholder={goToHint}
        title={goTo}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${GO_TO_FIELD_ID}-wrong` : undefined}
        onChange={({ target }) => {
          setTyped(target.value);
          setIsWrong(false);
        }}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Escape') currentTarget.blur();
        }}
      />
      {isWrong && (
        <p className="go-to-time__wrong" id={`${GO_TO_FIELD_ID}-wrong`} role="alert">
          {notATime}
        </p>
      )}
    </form>
  );
}
