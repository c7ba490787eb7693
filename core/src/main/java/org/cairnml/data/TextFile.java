package org.cairnml.data;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.cairnml.base.DataException;

/** UTF-8 text files, gzipped or not, for readers of formats other than CSV. */
public final class TextFile {

  private TextFile() {}

  /** The characters of a file, after a byte order mark; bytes that are not UTF-8 are an error. */
  public static Reader open(Path file) throws IOException {
    return source(file).open();
  }

  /** What to tell the user about a failure to read, after so many lines; 0 if before the first. */
  public static DataException failure(Path file, IOException e, long line) {
    return source(file).failure(e, line);
  }

  private static TextSource source(Path file) {
    return new TextSource(file, file.toString(), StandardCharsets.UTF_8);
  }
}
