import { z } from 'zod';

/**
 * From where the address of a screen dump came, the most trustworthy first: handed over by the browser, copied to the
 * clipboard, read in the picture, typed or corrected by a person.
 */
export const addressSourceSchema = z.enum(['companion', 'clipboard', 'picture', 'typed']);
export type AddressSource = z.infer<typeof addressSourceSchema>;
