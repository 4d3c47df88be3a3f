import type { ReactNode } from 'react';

/* Drawn on a grid of 16; they take the colour of the text. */

function Icon({ children, filled }: { children: ReactNode; filled?: boolean }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export function BookmarkIcon({ filled }: { filled: boolean }) {
  return (
    <Icon filled={filled}>
      <path d="M4 2.5h8v11L8 10.6 4 13.5z" />
    </Icon>
  );
}

export function PinIcon({ filled }: { filled: boolean }) {
  return (
    <Icon filled={filled}>
      <path d="M5.5 2.5h5l-.7 4 2.2 2.2v1H4v-1l2.2-2.2zM8 9.7v4" />
    </Icon>
  );
}

export function CloseIcon() {
  return (
    <Icon>
      <path d="M4 4l8 8M12 4l-8 8" />
    </Icon>
  );
}
