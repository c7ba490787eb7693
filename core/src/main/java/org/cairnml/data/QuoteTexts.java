package org.cairnml.data;

import de.siegmar.fastcsv.writer.QuoteStrategy;

/** Quotes texts that would otherwise be read as missing or lose the blanks around them. */
record QuoteTexts(Table table) implements QuoteStrategy {

  @Override
  public boolean quoteValue(int lineNo, int fieldIdx, String value) {
    return !value.equals(value.strip()) || CsvOptions.DEFAULT_MISSING.contains(value);
  }

  /** A table of one column has no other way to write a missing value than an empty pair. */
  @Override
  public boolean quoteNull(int lineNo, int fieldIdx) {
    return table.width() == 1;
  }

  @Override
  public boolean quoteEmpty(int lineNo, int fieldIdx) {
    return true;
  }
}
