/** For `pointerdown` on a modal: a press that begins and ends beside the window closes it. */
export function pressedBackdrop(press: PointerEvent, dismiss: () => void): void {
  const dialog = press.currentTarget as HTMLDialogElement;
  const isOutside = ({ target, clientX, clientY }: MouseEvent): boolean => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const isInside = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
    return target === dialog && !isInside;
  };
  if (!isOutside(press)) return;
  const close = (event: MouseEvent): void => {
    if (isOutside(event)) dismiss();
  };
  dialog.addEventListener('click', close, { once: true });
}
