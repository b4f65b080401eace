import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface SettingRowProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** A control below its name. The control carries the name for those who do not see it. */
export function SettingRow({ label, children }: SettingRowProps) {
  return (
    <div>
      <Text size="sm" fw={600} mb={4} aria-hidden>
        {label}
      </Text>
      {children}
    </div>
  );
}
