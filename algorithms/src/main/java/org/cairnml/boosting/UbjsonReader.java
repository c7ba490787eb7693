package org.cairnml.boosting;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cairnml.base.FormatException;

/**
 * Reads Universal Binary JSON, which XGBoost writes to names that end in .ubj, as the object that
 * the same text in JSON would give. Every value begins with a letter that names its type; numbers
 * are big-endian. Arrays may state their length ({@code #}), or a type and their length ({@code $}
 * and {@code #}), and then leave out the letters of their elements and the end.
 *
 * <p>Source: the Universal Binary JSON specification, draft 12, ubjson.org.
 */
final class UbjsonReader {

  private static final int DEEPEST = 200;
  private static final int FIRST_CAPACITY = 16;
  private static final char NONE = 0;

  private final DataInputStream in;

  private UbjsonReader(InputStream in) {
    this.in = new DataInputStream(in);
  }

  /** Whether the first two bytes of a file are those of this format and not of JSON text. */
  static boolean startsWith(byte[] two) {
    return two.length == 2 && two[0] == '{' && "iUIlL$#".indexOf(two[1]) >= 0;
  }

  /**
   * Reads the one object of a stream.
   *
   * @throws FormatException if it is no object of this format
   * @throws IOException if the stream cannot be read
   */
  static JsonObject read(InputStream stream) throws IOException {
    UbjsonReader reader = new UbjsonReader(stream);
    try {
      if (reader.letter() != '{') {
        throw new FormatException("it does not begin with an object of binary JSON");
      }
      JsonObject object = reader.object(0);
      if (stream.read() >= 0) {
        throw new FormatException("something follows the end of its binary JSON");
      }
      return object;
    } catch (EOFException e) {
      throw new FormatException("it ends within its binary JSON: it is cut", e);
    }
  }

  private char letter() throws IOException {
    char letter;
    do {
      letter = (char) in.readUnsignedByte();
    } while (letter == 'N');
    return letter;
  }

  private JsonObject object(int depth) throws IOException {
    Extent extent = extent();
    Map<String, Object> values = new HashMap<>();
    char next = extent.next;
    for (int i = 0; extent.goesOn(i, next, '}'); i++) {
      String name = string(extent.isCounted() ? letter() : next);
      char type = extent.type == NONE ? letter() : extent.type;
      Object value = value(type, depth);
      if (value != null) {
        values.put(name, value);
      }
      next = extent.isCounted() ? NONE : letter();
    }
    return new JsonObject(values);
  }

  /**
   * How far an array or object goes.
   *
   * @param type of all elements, or {@link #NONE} if each names its own
   * @param count of the elements, or -1 if a letter ends them
   * @param next the letter after the bracket where there is no count
   */
  private record Extent(char type, int count, char next) {

    boolean isCounted() {
      return count >= 0;
    }

    boolean goesOn(int i, char letter, char end) {
      return isCounted() ? i < count : letter != end;
    }
  }

  private Extent extent() throws IOException {
    char letter = letter();
    char type = NONE;
    if (letter == '$') {
      type = letter();
      letter = letter();
      if (letter != '#') {
        throw new FormatException("a typed list of its binary JSON lacks a length");
      }
    }
    return letter == '#' ? new Extent(type, length(letter()), NONE) : new Extent(NONE, -1, letter);
  }

  private Object value(char type, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new FormatException("its binary JSON is nested too deep");
    }
    return switch (type) {
      case '{' -> object(depth + 1);
      case '[' -> array(depth + 1);
      case 'S' -> string(letter());
      case 'C' -> String.valueOf((char) in.readUnsignedByte());
      case 'Z' -> null;
      default -> number(type);
    };
  }

  private Object array(int depth) throws IOException {
    Extent extent = extent();
    if (isNumber(extent.type)) {
      return numbers(extent.type, extent.count);
    }
    if (extent.type != NONE && "{[SC".indexOf(extent.type) < 0) {
      throw new FormatException("its binary JSON has a list of the type " + (int) extent.type);
    }
    List<Object> list = new ArrayList<>();
    char next = extent.next;
    for (int i = 0; extent.goesOn(i, next, ']'); i++) {
      char type = extent.type != NONE ? extent.type : extent.isCounted() ? letter() : next;
      list.add(value(type, depth));
      next = extent.isCounted() ? NONE : letter();
    }
    return list.stream().allMatch(Double.class::isInstance)
        ? list.stream().mapToDouble(Double.class::cast).toArray()
        : list;
  }

  private double[] numbers(char type, int count) throws IOException {
    double[] numbers = new double[Math.min(count, FIRST_CAPACITY)];
    for (int i = 0; i < count; i++) {
      if (i == numbers.length) {
        numbers = Arrays.copyOf(numbers, (int) Math.min(count, 2L * i));
      }
      numbers[i] = number(type);
    }
    return numbers;
  }

  private static boolean isNumber(char type) {
    return type != NONE && "iUIlLdD".indexOf(type) >= 0;
  }

  private double number(char type) throws IOException {
    return switch (type) {
      case 'd' -> in.readFloat();
      case 'D' -> in.readDouble();
      case 'T' -> 1;
      case 'F' -> 0;
      default -> integer(type);
    };
  }

  private long integer(char type) throws IOException {
    return switch (type) {
      case 'i' -> in.readByte();
      case 'U' -> in.readUnsignedByte();
      case 'I' -> in.readShort();
      case 'l' -> in.readInt();
      case 'L' -> in.readLong();
      default ->
          throw new FormatException(
              "its binary JSON has a value of the unknown type " + (int) type + " (a byte)");
    };
  }

  private int length(char type) throws IOException {
    long length = integer(type);
    if (length < 0 || length > Integer.MAX_VALUE) {
      throw new FormatException("its binary JSON has a length of " + length);
    }
    return (int) length;
  }

  private String string(char lengthType) throws IOException {
    int length = length(lengthType);
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
