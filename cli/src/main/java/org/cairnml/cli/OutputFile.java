package org.cairnml.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.cairnml.base.DataException;

/** Looks whether a file can be written before the work whose result it shall hold. */
final class OutputFile {

  private OutputFile() {}

  /**
   * Refuses a path that cannot be written.
   *
   * @throws DataException saying why
   */
  static void requireWritable(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new DataException("cannot write " + file + ": it is a folder; name a file");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new DataException(
          "cannot write " + file + ": there is no folder " + folder + "; create it first");
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw new DataException(
          "cannot write " + file + ": permission denied; choose another folder");
    }
  }
}
