package org.cairnml.boosting;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.base.FormatException;
import org.cairnml.core.Feature;

/** What the readers of other libraries' files share. */
final class ForeignFile {

  /** How many features a file may have without naming them. */
  private static final int MOST_FEATURES = 1 << 20;

  /** How many categories all features may have together. */
  private static final int MOST_CATEGORIES = 1 << 22;

  private ForeignFile() {}

  /** Reads a model from text. */
  interface Content<T> {
    T read(Reader text) throws IOException;
  }

  /** Reads a model from bytes. */
  interface Bytes<T> {
    T read(InputStream bytes) throws IOException;
  }

  /**
   * Opens a file of text and reads it.
   *
   * @throws DataException if it cannot be read
   * @throws FormatException that names the file, if it is not what was expected
   */
  static <T> T read(Path file, Content<T> content) {
    return readBytes(file, bytes -> content.read(text(bytes)));
  }

  /** The text of bytes, which must be UTF-8. */
  static Reader text(InputStream bytes) {
    return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
  }

  /**
   * Opens a file and reads it.
   *
   * @param content is given a stream that supports {@link InputStream#mark}
   * @throws DataException if it cannot be read
   * @throws FormatException that names the file, if it is not what was expected
   */
  static <T> T readBytes(Path file, Bytes<T> content) {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
      return content.read(bytes);
    } catch (NoSuchFileException e) {
      throw new DataException("there is no file " + file + "; check the path", e);
    } catch (CharacterCodingException e) {
      throw new FormatException(file + ": it is no text (UTF-8)", e);
    } catch (FormatException e) {
      throw new FormatException(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new DataException(
          "cannot read " + file + ": " + (Files.isDirectory(file) ? "it is a folder" : e), e);
    }
  }

  /**
   * The features of a model.
   *
   * @param width how many there are
   * @param names of all, or empty for x0, x1, ...
   * @param categories of each, 0 for numbers; they are named 0, 1, ...
   */
  static List<Feature> features(int width, List<String> names, int[] categories) {
    if (Arrays.stream(categories).asLongStream().sum() > MOST_CATEGORIES) {
      throw new FormatException("its features have too many categories");
    }
    List<Feature> features = new ArrayList<>();
    for (int j = 0; j < width; j++) {
      String name = names.isEmpty() ? "x" + j : names.get(j);
      List<String> levels = new ArrayList<>();
      for (int c = 0; c < categories[j]; c++) {
        levels.add(Integer.toString(c));
      }
      features.add(new Feature(name, levels));
    }
    return features;
  }

  /** Refuses a number of features that is impossible or at odds with their names. */
  static void checkWidth(int width, List<String> names) {
    if (width <= 0 || width > MOST_FEATURES || !names.isEmpty() && names.size() != width) {
      throw new FormatException(
          "it has %d features and names %d; there must be 1 to %d, all named or none"
              .formatted(width, names.size(), MOST_FEATURES));
    }
  }
}
