package org.cairnml.preprocessing.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairnml.base.DataException;
import org.cairnml.data.TextFile;

/**
 * Vectors of words, all of the same length, such as GloVe and word2vec make. Immutable and safe for
 * use by any number of threads.
 */
public final class WordVectors {

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> words;
  private final int dimensions;
  private final float[] values;

  /** Keeps its arguments: the vectors one after the other, words without repeats. */
  WordVectors(List<String> words, int dimensions, float[] values) {
    this.words = words;
    this.dimensions = dimensions;
    this.values = values;
    for (String word : words) {
      numbers.put(word, numbers.size());
    }
  }

  /**
   * Reads the text format of GloVe (a word and its numbers on each line, with blanks between) or of
   * word2vec (the same after a line of two whole numbers: how many words, how many numbers each).
   * UTF-8, gzipped or not. Of a word that stands twice the first line counts.
   *
   * @throws DataException if the file can't be read or a line is malformed, naming the line
   */
  public static WordVectors read(Path file) {
    var reading = new Reading(file);
    try (var in = new BufferedReader(TextFile.open(file))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        reading.add(line);
      }
    } catch (IOException e) {
      throw TextFile.failure(file, e, reading.line);
    }
    return reading.end();
  }

  /** What was read of a file so far. */
  private static final class Reading {

    private final Path file;
    private final List<String> words = new ArrayList<>();
    private final Map<String, Integer> known = new HashMap<>();
    private long line;
    private int announced = -1;
    private int dimensions = -1;
    private float[] values = new float[1024];

    Reading(Path file) {
      this.file = file;
    }

    void add(String text) {
      line++;
      String[] parts = text.strip().split(" +");
      if (line == 1 && parts.length == 2 && isWhole(parts[0]) && isWhole(parts[1])) {
        announced = Integer.parseInt(parts[0]);
        dimensions = Integer.parseInt(parts[1]);
        return;
      }
      dimensions = dimensions < 0 ? parts.length - 1 : dimensions;
      if (dimensions < 1 || parts.length != dimensions + 1) {
        throw malformed(
            "found %d blank-separated parts, expected a word and %s; remove or complete the line"
                .formatted(parts.length, dimensions < 1 ? "its numbers" : dimensions + " numbers"));
      }
      if (known.putIfAbsent(parts[0], words.size()) == null) {
        append(parts);
      }
    }

    private void append(String[] parts) {
      int at = Math.multiplyExact(words.size(), dimensions);
      if (at + dimensions > values.length) {
        values = Arrays.copyOf(values, Math.max(at + dimensions, at + (at >> 1)));
      }
      for (int k = 0; k < dimensions; k++) {
        values[at + k] = number(parts[k + 1], parts[0]);
      }
      words.add(parts[0]);
    }

    private float number(String part, String word) {
      float number;
      try {
        number = Float.parseFloat(part);
      } catch (NumberFormatException e) {
        throw notANumber(part, word);
      }
      if (!Float.isFinite(number)) {
        throw notANumber(part, word);
      }
      return number;
    }

    private DataException notANumber(String part, String word) {
      return malformed(
          "found '%s' in the vector of '%s', expected a finite number; correct or remove the line"
              .formatted(part, word));
    }

    private static boolean isWhole(String part) {
      return part.matches("[0-9]{1,9}");
    }

    private DataException malformed(String what) {
      return new DataException("%s, line %d: %s".formatted(file, line, what));
    }

    WordVectors end() {
      if (words.isEmpty()) {
        throw new DataException(
            file + " has no word vectors; expected a word and its numbers on each line");
      }
      if (announced >= 0 && line - 1 != announced) {
        throw new DataException(
            "%s, line 1 announces %d words, but %d lines follow; the file may be cut off: fetch it"
                    .formatted(file, announced, line - 1)
                + " again, or correct line 1");
      }
      int length = words.size() * dimensions;
      return new WordVectors(List.copyOf(words), dimensions, Arrays.copyOf(values, length));
    }
  }

  /** The words, in the order of the file. */
  public List<String> words() {
    return words;
  }

  /** How many numbers a vector has. */
  public int dimensions() {
    return dimensions;
  }

  /** The vector of a word (a copy), empty if it isn't known. */
  public Optional<float[]> vector(String word) {
    Integer k = numbers.get(word);
    return k == null
        ? Optional.empty()
        : Optional.of(Arrays.copyOfRange(values, k * dimensions, (k + 1) * dimensions));
  }

  /** Adds the vector of a word to {@code out} from {@code at} on; false if it isn't known. */
  boolean addTo(String word, double[] out, int at) {
    Integer k = numbers.get(word);
    if (k != null) {
      for (int j = 0; j < dimensions; j++) {
        out[at + j] += values[k * dimensions + j];
      }
    }
    return k != null;
  }

  /** For the codec: all vectors one after the other. */
  float[] values() {
    return values;
  }

  @Override
  public String toString() {
    return "WordVectors[%d words x %d]".formatted(words.size(), dimensions);
  }
}
