import { TextInput } from '@mantine/core';
import { useState } from 'react';

interface TextSettingProps {
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'email' | 'tel';
  readonly maxLength: number;
  readonly onSave: (value: string) => void;
}

/** A line of text that is kept when the person leaves it or presses Enter. */
export function TextSetting({ label, value, type = 'text', maxLength, onSave }: TextSettingProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const save = () => {
    if (typed !== null && typed.trim() !== value) onSave(typed.trim());
    setTyped(null);
  };
  return (
    <TextInput
      label={label}
      type={type}
      value={typed ?? value}
      maxLength={maxLength}
      w="100%"
      maw={400}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
