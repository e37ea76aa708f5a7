import type { ButtonHTMLAttributes, MouseEvent, ReactNode } from 'react';
import './button.css';

/** What a button is for: the one main act, a quiet one, or one that destroys. */
export type ButtonTone = 'primary' | 'quiet' | 'danger';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  tone?: ButtonTone;
  icon?: ReactNode;
  /** What it began is not over, or there is nothing to do yet: it does nothing, but keeps the focus, which `disabled` would drop. */
  isBusy?: boolean;
}

/** A text button, with an optional icon before its label. */
export function Button(props: ButtonProps): ReactNode {
  const { tone = 'quiet', icon, isBusy = false, children, ...rest } = props;
  // Enter in a field of its form presses it, too.
  const whileBusy = isBusy && { 'aria-disabled': true, onClick: preventDefault };
  return (
    <button type="button" className={`button button--${tone}`} {...rest} {...whileBusy}>
      {icon}
      {children !== undefined && <span>{children}</span>}
    </button>
  );
}

function preventDefault(event: MouseEvent): void {
  event.preventDefault();
}
