import type { ButtonHTMLAttributes, ReactNode } from 'react';
import './button.css';

/** What a button is for: the one main act, a quiet one, or one that destroys. */
export type ButtonTone = 'primary' | 'quiet' | 'danger';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  tone?: ButtonTone;
  icon?: ReactNode;
}

/** A text button, with an optional icon before its label. */
export function Button({ tone = 'quiet', icon, children, ...rest }: ButtonProps): ReactNode {
  return (
    <button type="button" className={`button button--${tone}`} {...rest}>
      {icon}
      {children !== undefined && <span>{children}</span>}
    </button>
  );
}
