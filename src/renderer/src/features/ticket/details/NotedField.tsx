import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';

interface NotedFieldProps {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  /** Room for several lines. */
  readonly isLong?: boolean;
  readonly placeholder?: string;
  readonly onNote: (value: string) => void;
}

/** A text that is kept when its field is left, one line also with Enter. What came from elsewhere meanwhile shows as soon as nobody types in it. */
export function NotedField({ label, value, maxLength, isLong = false, placeholder, onNote }: NotedFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const note = () => {
    if (typed !== null && typed.trim() !== value) onNote(typed.trim());
    setTyped(null);
  };
  const field = {
    label,
    maxLength,
    value: typed ?? value,
    ...(placeholder === undefined ? {} : { placeholder }),
    onChange: (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value),
    onBlur: note,
  };
  if (isLong) return <Textarea {...field} autosize minRows={2} maxRows={8} />;
  return <TextInput {...field} onKeyDown={(event) => event.key === 'Enter' && note()} />;
}
