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

export function GlanceIcon() {
  return (
    <Icon>
      <path d="M2.5 2.5h11v11h-11zM9.5 2.5v11M11 5.5h1M11 8h1M11 10.5h1" />
    </Icon>
  );
}

export function GlossaryIcon() {
  return (
    <Icon>
      <path d="M3.5 3.2c0-.4.3-.7.7-.7h8.3v8.8H4.6a1.1 1.1 0 0 0 0 2.2h7.9v-2.2M6 5.3h4" />
    </Icon>
  );
}

/** Two corner brackets, as the mark of Tifa has them. */
export function PhrasesIcon() {
  return (
    <Icon>
      <path d="M3 9V3h5M13 7v6H8M6.5 8h3" />
    </Icon>
  );
}

export function DocumentIcon() {
  return (
    <Icon>
      <path d="M4 2.5h5l3 3v8H4zM9 2.5v3h3M6 8.5h4M6 11h4" />
    </Icon>
  );
}

export function BackIcon() {
  return (
    <Icon>
      <path d="M10 3L5 8l5 5" />
    </Icon>
  );
}

export function SpeakerIcon() {
  return (
    <Icon>
      <path d="M2.5 6h2.3L8 3.2v9.6L4.8 10H2.5zM10.3 6a2.8 2.8 0 0 1 0 4M12.2 4.2a5.4 5.4 0 0 1 0 7.6" />
    </Icon>
  );
}
