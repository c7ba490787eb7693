package org.cairnml.data;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.cairnml.base.AtomicFile;

/**
 * Tables from and to comma-separated files.
 *
 * <p>{@code Csv.read(path)} reads UTF-8 (a byte order mark is skipped), gzipped or not, with a
 * header line, and finds the separator and the kinds of the columns by itself. {@link #options()}
 * changes any of this; the rules are stated at {@link CsvOptions}.
 */
public final class Csv {

  private Csv() {}

  /**
   * The table in a file. If its name ends in {@code .tsv} or {@code .tsv.gz}, it is tab-separated
   * and quotes are data, as the registration of that media type has it.
   *
   * @throws org.cairnml.base.DataException if it cannot be read as a table; the message names the
   *     file, the line and the cure
   */
  public static Table read(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    boolean tabs = name.endsWith(".tsv") || name.endsWith(".tsv.gz");
    return (tabs ? options().withSeparator('\t').withoutQuotes() : options()).read(file);
  }

  /**
   * The table in a stream, which is read to its end but not closed. A copy is kept in a temporary
   * file meanwhile, since the kinds of columns may need a second look.
   *
   * @throws org.cairnml.base.DataException if it cannot be read as a table
   */
  public static Table read(InputStream in) {
    return options().read(in);
  }

  /** How to read, with the defaults. */
  public static CsvOptions options() {
    return new CsvOptions();
  }

  /**
   * Writes a table with a header line, in UTF-8, comma-separated, LF at line ends; gzipped if the
   * name ends in {@code .gz}. Missing values are empty fields. Numbers are written so that reading
   * gives the same double; texts that look like a missing marker are quoted. The file is written
   * aside and moved into place.
   *
   * @throws org.cairnml.base.DataException if the path cannot be written
   */
  public static void write(Table table, Path file) {
    AtomicFile.write(
        file,
        out -> {
          boolean gzipped = file.getFileName().toString().endsWith(".gz");
          try (Writer writer =
              new OutputStreamWriter(
                  gzipped ? new GZIPOutputStream(out, 1 << 16) : out, StandardCharsets.UTF_8)) {
            write(table, writer);
          }
        });
  }

  /**
   * Writes a table as {@link #write(Table, Path)} does; the writer is flushed and stays open.
   *
   * @throws java.io.IOException if the writer fails
   */
  public static void write(Table table, Writer writer) throws java.io.IOException {
    CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .quoteStrategy(new QuoteTexts(table))
            .build(writer);
    csv.writeRecord(table.names());
    List<Column> columns = table.columns();
    String[] record = new String[columns.size()];
    for (int i = 0; i < table.rows(); i++) {
      for (int j = 0; j < record.length; j++) {
        record[j] = columns.get(j).string(i);
      }
      csv.writeRecord(record);
    }
    csv.flush();
  }
}
