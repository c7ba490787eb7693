package org.cairnml.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * Public data sets that are too large for the repository: in the folder {@code data} of the folder
 * that the property {@code cairn.shared} names, or else of a folder {@code shared} beside the
 * repository or one of its parents.
 */
public final class SharedData {

  /** Names the system property with the folder. */
  public static final String PROPERTY = "cairn.shared";

  private SharedData() {}

  /**
   * The path of a file such as {@code adult/adult_train.csv.gz}; skips the test where it is not.
   */
  public static Path require(String file) {
    Optional<Path> found = find(file);
    Assumptions.assumeTrue(
        found.isPresent(),
        () -> "no data/" + file + "; set -D" + PROPERTY + "=<folder that holds data/" + file + ">");
    return found.get();
  }

  /** The path of a file, if it is on this machine. */
  public static Optional<Path> find(String file) {
    String property = System.getProperty(PROPERTY);
    if (property != null) {
      return existing(Path.of(property, "data", file));
    }
    for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
      Optional<Path> found = existing(p.resolve("shared").resolve("data").resolve(file));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> existing(Path path) {
    return Optional.of(path).filter(Files::exists);
  }
}
