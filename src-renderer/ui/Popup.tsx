import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Pressable } from 'react-aria-components/Pressable';
import './popup.css';

/** How near it may come to the window's edges. */
const EDGE_PX = 12;

interface PopupProps {
  /** The button that opens it: a `<button>` itself, not a component. */
  trigger: ReactElement<ComponentProps<'button'>, 'button'>;
  label: string;
  className: string;
  placement?: ComponentProps<typeof Popover>['placement'];
  onOpen?: () => void;
  /** `close` is for what leads away from it. */
  children: (close: () => void) => ReactNode;
}

/** What a button opens beside itself. Esc or a click elsewhere closes it, and the focus goes back to the button. */
export function Popup(props: PopupProps): ReactNode {
  const { trigger, label, className, placement = 'bottom start', onOpen, children } = props;
  return (
    <DialogTrigger
      onOpenChange={(isOpen) => {
        if (isOpen) onOpen?.();
      }}
    >
      <Pressable>{trigger}</Pressable>
      <Popover
        className="popup-place"
        data-popup=""
        placement={placement}
        containerPadding={EDGE_PX}
      >
        <Dialog className={`popup ${className}`} aria-label={label}>
          {({ close }) => children(close)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
