import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { colorSchemeManager, toColorScheme } from './color-scheme';
import { resolveCssVariables, theme } from './theme';

interface ProvidersProps {
  readonly queryClient: QueryClient;
  readonly initialTheme: 'system' | 'light' | 'dark';
  readonly children: ReactNode;
}

/** Everything that stands around the app: theme, cache, routes and notices. */
export function Providers({ queryClient, initialTheme, children }: ProvidersProps) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveCssVariables}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme={toColorScheme(initialTheme)}
    >
      <QueryClientProvider client={queryClient}>
        <Router hook={useHashLocation}>{children}</Router>
      </QueryClientProvider>
      <Notifications position="bottom-left" limit={3} autoClose={6000} containerWidth={400} />
    </MantineProvider>
  );
}
