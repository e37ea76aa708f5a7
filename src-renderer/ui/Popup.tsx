import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Pressable } from 'react-aria-components/Pressable';
import { TooltipTrigger } from 'react-aria-components/Tooltip';
import { TIP_DELAY_MS, TipText } from './Tip.tsx';
import './popup.css';

/** How near it may come to the window's edges. */
const EDGE_PX = 12;

interface PopupProps {
  /** The button that opens it: a `<button>` itself, not a component. */
  trigger: ReactElement<ComponentProps<'button'>, 'button'>;
  /** What the button says to a pointer that rests on it. */
  tip?: string;
  label: string;
  className: string;
  /** Which of its edges is above which of the button's. */
  align?: 'start' | 'center' | 'end';
  onOpen?: () => void;
  /** `close` is for what leads away from it. */
  children: (close: () => void) => ReactNode;
}

/** What a button opens beside itself. Esc or a click elsewhere closes it, and the focus goes back to the button. */
export function Popup(props: PopupProps): ReactNode {
  const { trigger, tip, label, className, align = 'start', onOpen, children } = props;
  return (
    <DialogTrigger
      onOpenChange={(isOpen) => {
        if (isOpen) onOpen?.();
      }}
    >
      {tip === undefined ? (
        <Pressable>{trigger}</Pressable>
      ) : (
        <TooltipTrigger delay={TIP_DELAY_MS} closeDelay={0}>
          <Pressable>{trigger}</Pressable>
          <TipText text={tip} />
        </TooltipTrigger>
      )}
      <Popover
        className="popup-place"
        data-popup=""
        placement={align === 'center' ? 'bottom' : `bottom ${align}`}
        containerPadding={EDGE_PX}
      >
        <Dialog className={`popup ${className}`} aria-label={label}>
          {({ close }) => children(close)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
