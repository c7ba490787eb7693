package org.cairnml.boosting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import org.cairnml.base.FormatException;

/**
 * Lines {@code name=values} of a LightGBM file. Every getter refuses what is absent or of another
 * kind with a {@link FormatException}.
 */
final class LightGbmBlock {

  private final Map<String, String> values = new HashMap<>();

  /** Adds a line; one without {@code =} has no value. */
  void add(String line) {
    int equals = line.indexOf('=');
    if (equals < 0) {
      values.put(line, "");
    } else {
      values.put(line.substring(0, equals), line.substring(equals + 1));
    }
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String text(String name) {
    String text = values.get(name);
    if (text == null) {
      throw new FormatException("it lacks '" + name + "'");
    }
    return text;
  }

  /** The texts between blanks. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(text(name), " ");
    while (tokens.hasMoreTokens()) {
      texts.add(tokens.nextToken());
    }
    return texts;
  }

  int integer(String name) {
    int[] integers = integers(name);
    if (integers.length != 1) {
      throw new FormatException("its '" + name + "' is not one number");
    }
    return integers[0];
  }

  int[] integers(String name) {
    return parse(name, texts -> texts.stream().mapToInt(Integer::parseInt).toArray());
  }

  long[] longs(String name) {
    return parse(name, texts -> texts.stream().mapToLong(Long::parseLong).toArray());
  }

  double[] numbers(String name) {
    return parse(name, texts -> texts.stream().mapToDouble(LightGbmBlock::number).toArray());
  }

  private static double number(String text) {
    return switch (text) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private interface Parse<T> {
    T of(List<String> texts);
  }

  private <T> T parse(String name, Parse<T> parse) {
    try {
      return parse.of(texts(name));
    } catch (NumberFormatException e) {
      throw new FormatException("its '" + name + "' holds no number (" + e.getMessage() + ")", e);
    }
  }
}
