package org.cairnml.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cairnml.base.DataException;

/** Looks whether a file can be written before the work whose result it shall hold. */
final class OutputFile {

  private OutputFile() {}

  /**
   * Refuses a path that cannot be written, or that is one of the inputs, which would be lost.
   *
   * @throws DataException saying why
   */
  static void requireWritable(Path file, Path... inputs) {
    for (Path input : inputs) {
      requireOther(file, input);
    }
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

  private static void requireOther(Path file, Path input) {
    try {
      if (Files.isRegularFile(file) && Files.exists(input) && Files.isSameFile(file, input)) {
        throw new DataException(
            "cannot write " + file + ": it is also the input, which would be lost; name another");
      }
    } catch (IOException e) {
      throw new DataException("cannot read " + input + ": " + e.getMessage(), e);
    }
  }
}
