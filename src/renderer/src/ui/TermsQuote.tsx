interface TermsQuoteProps {
  readonly source: { readonly document: string; readonly sentence: string };
  /** The whole sentence, where there is not room for all of it. */
  readonly title?: string;
}

/** A sentence of the terms, in the language it is written in: only the agreement of the Swedish company is in Swedish. */
export function TermsQuote({ source, title }: TermsQuoteProps) {
  return (
    <q lang={source.document === '002' ? 'sv' : 'en'} title={title}>
      {source.sentence}
    </q>
  );
}
