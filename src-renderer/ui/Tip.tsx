import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { Focusable } from 'react-aria-components/Focusable';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import './tip.css';

/** Long enough for a pointer on its way to somewhere else. */
export const TIP_DELAY_MS = 600;
const GAP_PX = 6;

interface TipProps {
  text: string;
  /** A `<button>` itself, not a component. */
  children: ReactElement<ComponentProps<'button'>, 'button'>;
}

/** Says what a button does and by which key: to the pointer that rests on it, and at once to the keyboard. */
export function Tip({ text, children }: TipProps): ReactNode {
  return (
    <TooltipTrigger delay={TIP_DELAY_MS} closeDelay={0}>
      <Focusable>{children}</Focusable>
      <TipText text={text} />
    </TooltipTrigger>
  );
}

/** The tip itself, for a trigger that is more than a button. */
export function TipText({ text }: { text: string }): ReactNode {
  return (
    <Tooltip className="tip" placement="bottom" offset={GAP_PX}>
      {text}
    </Tooltip>
  );
}
