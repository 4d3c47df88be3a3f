import { useId } from 'react';

interface SwitchProps {
  label: string;
  on: boolean;
  disabled?: boolean;
  onChange(on: boolean): void;
  /** Handles for tests: `data-part` or `data-setting`. */
  part?: string;
  setting?: string;
}

/** A labelled switch. */
export function Switch({ label, on, disabled, onChange, part, setting }: SwitchProps) {
  const id = useId();
  return (
    <div className="setting">
      <label htmlFor={id}>{label}</label>
      <button
        type="button"
        id={id}
        role="switch"
        aria-checked={on}
        disabled={disabled}
        data-part={part}
        data-setting={setting}
        onClick={() => onChange(!on)}
      />
    </div>
  );
}
