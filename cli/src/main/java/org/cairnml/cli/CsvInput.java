package org.cairnml.cli;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.cairnml.base.DataException;
import org.cairnml.data.Csv;
import org.cairnml.data.Table;

/**
 * A table and the file it came from, whose name goes into the message of whatever is wrong with it.
 */
record CsvInput(Path file, Table table) {

  static CsvInput read(Path file) {
    return new CsvInput(file, Csv.read(file));
  }

  /** Does some work on the table; errors about the data get the name of the file. */
  <T> T naming(Supplier<T> work) {
    try {
      return work.get();
    } catch (DataException e) {
      throw new DataException(file + ": " + e.getMessage(), e);
    }
  }
}
