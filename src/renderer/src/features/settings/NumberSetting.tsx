import { NumberInput } from '@mantine/core';

interface NumberSettingProps {
  readonly label: string;
  readonly help: string;
  readonly suffix: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onSave: (value: number) => void;
}

/** A whole number that is kept when the person leaves it. */
export function NumberSetting({ label, help, suffix, value, min, max, onSave }: NumberSettingProps) {
  return (
    <NumberInput
      label={label}
      description={help}
      suffix={suffix}
      defaultValue={value}
      min={min}
      max={max}
      allowDecimal={false}
      clampBehavior="blur"
      maw={280}
      hideControls
      onBlur={(event) => {
        const typed = Math.min(max, Math.max(min, Number.parseInt(event.currentTarget.value, 10)));
        if (!Number.isNaN(typed) && typed !== value) onSave(typed);
      }}
    />
  );
}
