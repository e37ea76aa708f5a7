import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { Button } from '../../../../src-renderer/ui/Button.tsx';

const save = { type: 'submit', children: 'Save' } as const;

it('says that it is busy without `disabled`, which would drop the focus', () => {
  const markup = renderToStaticMarkup(createElement(Button, { ...save, isBusy: true }));
  expect(markup).toContain('aria-disabled="true"');
  expect(markup).not.toMatch(/ disabled/);
});

it('while busy neither acts nor submits its form', () => {
  const onClick = vi.fn();
  const preventDefault = vi.fn();
  const click = (isBusy: boolean) => {
    const element = Button({ ...save, isBusy, onClick }) as React.ReactElement<{
      onClick: (event: { preventDefault: () => void }) => void;
    }>;
    element.props.onClick({ preventDefault });
  };
  click(true);
  expect(preventDefault).toHaveBeenCalledOnce();
  expect(onClick).not.toHaveBeenCalled();
  click(false);
  expect(onClick).toHaveBeenCalledOnce();
});
