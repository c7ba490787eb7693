package org.cairnml.data;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.data.CsvOptions.Header;

/**
 * Reads a table in one pass over the file, and a second one up to where a column's kind changed.
 */
final class CsvParser {

  private static final char[] SEPARATORS = {',', ';', '\t', '|'};
  private static final int MAX_FIELD = 1 << 26;
  private static final char NO_QUOTE = '\uFFFF';

  private final CsvOptions options;
  private final TextSource source;
  private final FieldHandler handler = new FieldHandler();
  private final Lines.Collector lines = new Lines.Collector();
  private List<String> names;
  private ColumnReaders readers;

  CsvParser(CsvOptions options, TextSource source) {
    this.options = options;
    this.source = source;
  }

  Table read() {
    char separator = options.separator().orElseGet(this::findSeparator);
    if (scan(separator, this::firstPass) == 0) {
      throw new DataException(
          source.name()
              + " has a header but no rows; add rows, or, if its first line is data, put a header above it (in Java: withoutHeader())");
    }
    int lost = readers.lost();
    if (lost > 0 && scan(separator, records -> secondPass(records, lost)) != lost) {
      throw new DataException(source.name() + " changed while it was read; read it again");
    }
    return readers.table().withLines(lines.lines());
  }

  private interface Pass {
    int over(CloseableIterator<Boolean> records);
  }

  private int scan(char separator, Pass pass) {
    handler.forget();
    try (Reader characters = source.open();
        CsvReader<Boolean> csv =
            CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter(options.quote().orElse(NO_QUOTE))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true)
                .maxBufferSize(MAX_FIELD)
                .build(handler, characters);
        CloseableIterator<Boolean> records = csv.iterator()) {
      return pass.over(records);
    } catch (CsvParseException e) {
      throw quoting(e);
    } catch (IOException | UncheckedIOException e) {
      throw source.failure(e, handler.line());
    }
  }

  private DataException quoting(CsvParseException e) {
    if (e.getCause() instanceof IOException io) {
      return source.failure(io, handler.line());
    }
    String why = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
    return new DataException(
        source.name()
            + ", line "
            + Math.max(1, handler.line())
            + ": "
            + why
            + "; close the quote, double quotes within a value, or, if quotes are data, name"
            + " the file .tsv (in Java: withoutQuotes())",
        e);
  }

  private int firstPass(CloseableIterator<Boolean> records) {
    FieldBatch first = new FieldBatch();
    handler.sendTo((field, buffer, offset, length, q) -> first.addField(buffer, offset, length, q));
    if (!records.hasNext()) {
      throw new DataException(
          source.name() + " is empty; a table needs a line of column names and rows below it");
    }
    records.next();
    names = names(IntStream.range(0, first.fields()).mapToObj(first::string).toList());
    readers = new ColumnReaders(options, source, names);
    if (options.header() == Header.PRESENT) {
      first.clear();
    } else {
      endRow(first);
    }
    return readers.takeAll(first, batch -> fill(records, batch));
  }

  private boolean fill(CloseableIterator<Boolean> records, FieldBatch batch) {
    handler.sendTo((field, buffer, offset, length, q) -> batch.addField(buffer, offset, length, q));
    while (!batch.isFull()) {
      if (!records.hasNext()) {
        return false;
      }
      records.next();
      requireWidth();
      endRow(batch);
    }
    return true;
  }

  private void endRow(FieldBatch batch) {
    batch.endRow(handler.line());
    lines.add(handler.line());
  }

  private int secondPass(CloseableIterator<Boolean> records, int needed) {
    handler.sendToNobody();
    if (options.header() == Header.PRESENT && records.hasNext()) {
      records.next();
    }
    int[] row = {0};
    handler.sendTo(
        (field, buffer, offset, length, quoted) ->
            readers.again(row[0], field, buffer, offset, length, quoted));
    while (row[0] < needed && records.hasNext()) {
      records.next();
      row[0]++;
    }
    return row[0];
  }

  private void requireWidth() {
    if (handler.count() != names.size()) {
      boolean more = handler.count() > names.size();
      throw new DataException(
          source.name()
              + ", line "
              + handler.line()
              + ": "
              + handler.count()
              + (handler.count() == 1 ? " field, but the " : " fields, but the ")
              + (options.header() == Header.PRESENT ? "header" : "first line")
              + " has "
              + names.size()
              + (more
                  ? "; put values that contain the separator in quotes, or remove what is too much"
                  : "; add what is missing, first column without a value: '"
                      + names.get(handler.count())
                      + "'"));
    }
  }

  private List<String> names(List<String> first) {
    List<String> found =
        switch (options.header()) {
          case PRESENT ->
              IntStream.range(0, first.size())
                  .mapToObj(
                      j -> first.get(j).isBlank() ? "column_" + (j + 1) : first.get(j).strip())
                  .toList();
          case ABSENT ->
              options.names().isEmpty()
                  ? IntStream.range(0, first.size()).mapToObj(j -> "x" + j).toList()
                  : options.names();
        };
    List<String> repeated = Names.repeated(found);
    if (!repeated.isEmpty()) {
      throw new DataException(
          source.name()
              + ", line 1: more than one column has the name "
              + repeated
              + "; give each its own, or, if the line is data, put a header above it (in Java: withoutHeader())");
    }
    if (found.size() != first.size()) {
      throw new DataException(
          source.name()
              + ", line 1: "
              + first.size()
              + " fields, but "
              + found.size()
              + " names were given: "
              + found);
    }
    requireKnown(options.kinds().keySet(), found);
    requireKnown(options.columns(), found);
    return found;
  }

  private void requireKnown(Collection<String> asked, List<String> found) {
    for (String name : asked) {
      if (!found.contains(name)) {
        throw new DataException(source.name() + ": " + Names.absent(name, found));
      }
    }
  }

  private char findSeparator() {
    int[] counts = new int[SEPARATORS.length];
    char quote = options.quote().orElse(NO_QUOTE);
    try (Reader characters = source.open()) {
      boolean quoted = false;
      boolean any = false;
      for (int c = characters.read(); c >= 0; c = characters.read()) {
        if (c == quote) {
          quoted = !quoted;
        } else if (!quoted && (c == '\n' || c == '\r')) {
          if (any) {
            break;
          }
        } else if (!quoted) {
          for (int k = 0; k < SEPARATORS.length; k++) {
            counts[k] += c == SEPARATORS[k] && c != options.decimal() ? 1 : 0;
          }
        }
        any |= c != '\n' && c != '\r';
      }
    } catch (IOException e) {
      throw source.failure(e, 1);
    }
    int best = 0;
    for (int k = 1; k < counts.length; k++) {
      best = counts[k] > counts[best] ? k : best;
    }
    return SEPARATORS[best];
  }
}
