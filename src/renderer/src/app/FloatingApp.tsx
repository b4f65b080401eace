import { MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { appQuery } from '../api/queries';
import { FloatingTimer } from '../features/floating/FloatingTimer';
import { colorSchemeManager, toColorScheme } from './color-scheme';
import { resolveCssVariables, theme } from './theme';
import { useAppearance } from './use-appearance';

interface FloatingAppProps {
  readonly queryClient: QueryClient;
  readonly initialTheme: 'system' | 'light' | 'dark';
}

/** The small window: theme, cache and the timer, and nothing of the workbench. */
export function FloatingApp({ queryClient, initialTheme }: FloatingAppProps) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveCssVariables}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme={toColorScheme(initialTheme)}
    >
      <QueryClientProvider client={queryClient}>
        <Appearance />
        <FloatingTimer />
      </QueryClientProvider>
    </MantineProvider>
  );
}

function Appearance() {
  useAppearance(useQuery(appQuery).data);
  return null;
}
