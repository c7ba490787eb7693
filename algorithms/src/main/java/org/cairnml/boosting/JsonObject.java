package org.cairnml.boosting;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cairnml.base.FormatException;

/**
 * An object of a file in JSON or {@link UbjsonReader its binary form} whose numbers are float32,
 * read by name. Every getter refuses what is absent or of another kind with a {@link
 * FormatException}.
 */
final class JsonObject {
  // Truth values are the numbers 0 and 1, null is absent.

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
  private static final int FIRST_CAPACITY = 16;

  private final Map<String, Object> values;

  /**
   * An object with these values, each a JsonObject, a text, a Double, a double[] (a list of numbers
   * only) or a List of such values.
   */
  JsonObject(Map<String, Object> values) {
    this.values = values;
  }

  /**
   * Reads the one object of a text.
   *
   * @throws FormatException if it is no JSON or no object
   * @throws IOException if the text cannot be read
   */
  static JsonObject read(Reader text) throws IOException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new FormatException("it does not begin with a JSON object");
      }
      JsonObject object = object(parser);
      if (parser.nextToken() != null) {
        throw new FormatException("something follows the end of its JSON object");
      }
      return object;
    } catch (JsonProcessingException e) {
      throw new FormatException("it is cut or not JSON (" + e.getOriginalMessage() + ")", e);
    }
  }

  private static JsonObject object(JsonParser parser) throws IOException {
    Map<String, Object> values = new HashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      Object value = value(parser);
      if (value != null) {
        values.put(name, value);
      }
    }
    return new JsonObject(values);
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NULL -> null;
      default -> number(parser);
    };
  }

  private static double number(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> 1;
      case VALUE_FALSE -> 0;
      case VALUE_NUMBER_FLOAT -> parser.getFloatValue();
      default -> parser.getDoubleValue();
    };
  }

  private static Object array(JsonParser parser) throws IOException {
    double[] numbers = new double[FIRST_CAPACITY];
    int count = 0;
    JsonToken token = parser.nextToken();
    while (token.isNumeric() || token.isBoolean()) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * count);
      }
      numbers[count++] = number(parser);
      token = parser.nextToken();
    }
    double[] found = Arrays.copyOf(numbers, count);
    if (token == JsonToken.END_ARRAY) {
      return found;
    }
    List<Object> list = new ArrayList<>();
    for (double number : found) {
      list.add(number);
    }
    while (parser.currentToken() != JsonToken.END_ARRAY) {
      list.add(value(parser));
      parser.nextToken();
    }
    return list;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  private <T> T get(String name, Class<T> type, String what) {
    Object value = values.get(name);
    if (!type.isInstance(value)) {
      throw new FormatException(
          value == null ? "it lacks '" + name + "'" : "its '" + name + "' is not " + what);
    }
    return type.cast(value);
  }

  JsonObject object(String name) {
    return get(name, JsonObject.class, "an object");
  }

  String text(String name) {
    return get(name, String.class, "a text");
  }

  double[] numbers(String name) {
    return get(name, double[].class, "a list of numbers");
  }

  /** A list of numbers that must be whole. */
  int[] integers(String name) {
    double[] numbers = numbers(name);
    int[] integers = new int[numbers.length];
    for (int i = 0; i < integers.length; i++) {
      integers[i] = (int) numbers[i];
      if (integers[i] != numbers[i]) {
        throw new FormatException("its '" + name + "' holds " + numbers[i] + ", no whole number");
      }
    }
    return integers;
  }

  /** A whole number written as text. */
  int integerText(String name) {
    String text = text(name);
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new FormatException("its '" + name + "' is '" + text + "', no whole number", e);
    }
  }

  /** A list of texts; empty if absent. */
  List<String> texts(String name) {
    return list(name, String.class);
  }

  /** A list of objects. */
  List<JsonObject> objects(String name) {
    if (!has(name)) {
      throw new FormatException("it lacks '" + name + "'");
    }
    return list(name, JsonObject.class);
  }

  private <T> List<T> list(String name, Class<T> type) {
    Object value = values.get(name);
    if (value == null || value instanceof double[] numbers && numbers.length == 0) {
      return List.of();
    }
    List<T> typed = new ArrayList<>();
    for (Object element : get(name, List.class, "such a list")) {
      if (!type.isInstance(element)) {
        throw new FormatException("an element of its '" + name + "' is of the wrong kind");
      }
      typed.add(type.cast(element));
    }
    return typed;
  }
}
