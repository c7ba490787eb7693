package org.cairnml.data;

import java.io.IOException;
import java.io.Reader;
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
  private static final int BATCH = 1 << 17;
  private static final int MAX_RECORD = 1 << 26;

  private final CsvOptions options;
  private final TextSource source;
  private Lines lines;
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
    return readers.table().withLines(lines);
  }

  private interface Pass {
    int over(Records records);
  }

  private int scan(char separator, Pass pass) {
    var cutter = new RecordCutter(source.name(), separator, options.quote());
    try (Reader characters = source.open()) {
      return pass.over(new Records(characters, cutter));
    } catch (IOException e) {
      throw source.failure(e, cutter.line());
    }
  }

  private int firstPass(Records records) {
    FieldBatch batch = records.next(new FieldBatch());
    while (names == null && !batch.isLast()) {
      batch = records.next(batch);
    }
    if (names == null) {
      throw new DataException(
          source.name() + " is empty; a table needs a line of column names and rows below it");
    }
    int rows = readers.takeAll(batch, records);
    lines = records.lines.lines();
    return rows;
  }

  private int secondPass(Records records, int needed) {
    FieldBatch batch = new FieldBatch();
    int row = 0;
    while (row < needed && !batch.isLast()) {
      batch = records.next(batch);
      row += readers.takeAgain(batch, row, needed);
    }
    return row;
  }

  /** The records of the file from its start, without the header. */
  private final class Records implements ColumnReaders.Records {

    private final Reader characters;
    private final RecordCutter cutter;
    private final Lines.Collector lines = new Lines.Collector();
    private boolean first = true;

    Records(Reader characters, RecordCutter cutter) {
      this.characters = characters;
      this.cutter = cutter;
    }

    /** The batch after another. */
    FieldBatch next(FieldBatch before) {
      var batch = new FieldBatch();
      read(batch, before);
      cut(batch, before);
      return batch;
    }

    @Override
    public void read(FieldBatch batch, FieldBatch earlier) {
      batch.read(characters, Math.max(BATCH, earlier.rest()));
    }

    @Override
    public void cut(FieldBatch batch, FieldBatch before) {
      batch.startWithRestOf(before);
      while (cutter.next(batch)) {
        if (first && start(batch) == Header.PRESENT) {
          batch.clear();
        } else {
          requireWidth(batch.fieldsOfRecord());
          batch.endRow(cutter.line());
          lines.add(cutter.line());
        }
        first = false;
      }
      batch
          .failure()
          .ifPresent(
              e -> {
                throw source.failure(e, cutter.line());
              });
      if (batch.rest() > MAX_RECORD) {
        throw new DataException(
            place() + ": a record of more than " + MAX_RECORD + " characters; close its quote");
      }
    }

    private Header start(FieldBatch batch) {
      if (names == null) {
        names = names(IntStream.range(0, batch.fieldsOfRecord()).mapToObj(batch::string).toList());
        readers = new ColumnReaders(options, source, names);
      }
      return options.header();
    }

    private void requireWidth(int count) {
      if (count != names.size()) {
        boolean more = count > names.size();
        throw new DataException(
            place()
                + ": "
                + count
                + (count == 1 ? " field, but the " : " fields, but the ")
                + (options.header() == Header.PRESENT ? "header" : "first line")
                + " has "
                + names.size()
                + (more
                    ? "; put values that contain the separator in quotes, or remove what is too much"
                    : "; add what is missing, first column without a value: '"
                        + names.get(count)
                        + "'"));
      }
    }

    private String place() {
      return source.name() + ", line " + cutter.line();
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
    int quote = options.quote().isPresent() ? options.quote().get() : -1;
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
