package org.cairnml.core;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.CBORParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cairnml.base.FormatException;

/**
 * Fields as CBOR (RFC 8949): a map; arrays of numbers are byte strings tagged as little-endian
 * typed arrays (RFC 8746).
 */
final class FieldsCbor {
  // Arrays go through a small buffer in both directions. When reading, memory grows with the bytes
  // that have arrived, never with a length that the file declares.

  private static final int INTS = 78;
  private static final int LONGS = 79;
  private static final int FLOATS = 85;
  private static final int DOUBLES = 86;
  private static final int UNTAGGED = -1;
  private static final int BUFFER = 1 << 15;

  private static final CBORFactory FACTORY =
      CBORFactory.builder().disable(StreamReadFeature.AUTO_CLOSE_SOURCE).build();

  private FieldsCbor() {}

  static void write(Fields fields, OutputStream out) throws IOException {
    CBORGenerator cbor = FACTORY.createGenerator(out);
    cbor.disable(com.fasterxml.jackson.core.JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    writeFields(fields, cbor);
    cbor.close();
  }

  private static void writeFields(Fields fields, CBORGenerator cbor) throws IOException {
    cbor.writeStartObject(fields.values().size());
    for (Map.Entry<String, Object> field : fields.values().entrySet()) {
      cbor.writeFieldName(field.getKey());
      writeValue(field.getValue(), cbor);
    }
    cbor.writeEndObject();
  }

  private static void writeValue(Object value, CBORGenerator cbor) throws IOException {
    if (value instanceof Long number) {
      cbor.writeNumber(number);
    } else if (value instanceof Double number) {
      cbor.writeNumber(number);
    } else if (value instanceof Boolean truth) {
      cbor.writeBoolean(truth);
    } else if (value instanceof String text) {
      cbor.writeString(text);
    } else if (value instanceof Fields fields) {
      writeFields(fields, cbor);
    } else if (value instanceof List<?> list) {
      cbor.writeStartArray(null, list.size());
      for (Object element : list) {
        writeValue(element, cbor);
      }
      cbor.writeEndArray();
    } else {
      writeBytes(value, cbor);
    }
  }

  private static void writeBytes(Object array, CBORGenerator cbor) throws IOException {
    if (array instanceof byte[] bytes) {
      cbor.writeBinary(bytes);
    } else if (array instanceof int[] ints) {
      writeTyped(INTS, ints.length, Integer.BYTES, (i, to) -> to.putInt(ints[i]), cbor);
    } else if (array instanceof long[] longs) {
      writeTyped(LONGS, longs.length, Long.BYTES, (i, to) -> to.putLong(longs[i]), cbor);
    } else if (array instanceof float[] floats) {
      writeTyped(
          FLOATS,
          floats.length,
          Float.BYTES,
          (i, to) -> to.putInt(Float.floatToRawIntBits(floats[i])),
          cbor);
    } else if (array instanceof double[] doubles) {
      writeTyped(
          DOUBLES,
          doubles.length,
          Double.BYTES,
          (i, to) -> to.putLong(Double.doubleToRawLongBits(doubles[i])),
          cbor);
    } else {
      throw new IllegalStateException("no such kind of field: " + array.getClass());
    }
  }

  private interface Element {
    void put(int index, ByteBuffer to);
  }

  private static void writeTyped(int tag, int length, int size, Element element, CBORGenerator cbor)
      throws IOException {
    if ((long) length * size > Integer.MAX_VALUE) {
      throw new IOException("an array of " + length + " numbers is over the limit of 2 GB");
    }
    cbor.writeTag(tag);
    cbor.writeBinary(new Elements(length, size, element), length * size);
  }

  /** The bytes of an array, made as they are asked for. */
  private static final class Elements extends InputStream {

    private final int length;
    private final int size;
    private final Element element;
    private final ByteBuffer buffer =
        ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private int next;

    Elements(int length, int size, Element element) {
      this.length = length;
      this.size = size;
      this.element = element;
    }

    private boolean fill() {
      if (!buffer.hasRemaining()) {
        buffer.clear();
        while (next < length && buffer.remaining() >= size) {
          element.put(next++, buffer);
        }
        buffer.flip();
      }
      return buffer.hasRemaining();
    }

    @Override
    public int read() {
      return fill() ? buffer.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int count) {
      if (!fill()) {
        return -1;
      }
      int taken = Math.min(count, buffer.remaining());
      buffer.get(target, offset, taken);
      return taken;
    }
  }

  /** The fields that are the whole content of a stream. */
  static Fields read(InputStream in) throws IOException {
    try (CBORParser cbor = FACTORY.createParser(in)) {
      if (cbor.nextToken() != JsonToken.START_OBJECT) {
        throw new FormatException("the content is no map of fields");
      }
      Fields fields = readFields(cbor);
      if (cbor.nextToken() != null) {
        throw new FormatException("there is something after the content");
      }
      return fields;
    }
  }

  private static Fields readFields(CBORParser cbor) throws IOException {
    Fields fields = Fields.create();
    while (cbor.nextToken() == JsonToken.FIELD_NAME) {
      String name = cbor.currentName();
      if (fields.has(name)) {
        throw new FormatException("field '" + name + "' stands twice");
      }
      cbor.nextToken();
      fields.setRaw(name, readValue(name, cbor));
    }
    if (cbor.currentToken() != JsonToken.END_OBJECT) {
      throw new FormatException("a map has a key that is no text, or does not end");
    }
    return fields;
  }

  private static Object readValue(String name, CBORParser cbor) throws IOException {
    JsonToken token = cbor.currentToken();
    if (token == null) {
      throw new FormatException("the content ends within field '" + name + "'");
    }
    switch (token) {
      case VALUE_NUMBER_INT:
        if (cbor.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
          throw new FormatException("field '" + name + "' has a number of more than 64 bits");
        }
        return cbor.getLongValue();
      case VALUE_NUMBER_FLOAT:
        return cbor.getDoubleValue();
      case VALUE_TRUE:
        return Boolean.TRUE;
      case VALUE_FALSE:
        return Boolean.FALSE;
      case VALUE_STRING:
        return cbor.getText();
      case START_OBJECT:
        return readFields(cbor);
      case START_ARRAY:
        List<Object> list = new ArrayList<>();
        while (cbor.nextToken() != JsonToken.END_ARRAY) {
          list.add(readValue(name, cbor));
        }
        return List.copyOf(list);
      case VALUE_EMBEDDED_OBJECT:
        return readBytes(name, cbor);
      default:
        throw new FormatException("field '" + name + "' has a value of no known kind");
    }
  }

  private static Object readBytes(String name, CBORParser cbor) throws IOException {
    int tag = cbor.getCurrentTag();
    Bytes sink = new Bytes();
    cbor.readBinaryValue(sink);
    ByteBuffer bytes = sink.littleEndian();
    int size =
        switch (tag) {
          case INTS, FLOATS -> Integer.BYTES;
          case LONGS, DOUBLES -> Long.BYTES;
          case UNTAGGED -> 1;
          default ->
              throw new FormatException("field '" + name + "' has bytes of an unknown tag " + tag);
        };
    int length = bytes.remaining() / size;
    if (length * size != bytes.remaining()) {
      throw new FormatException(
          "field '" + name + "' has " + bytes.remaining() + " bytes, no multiple of " + size);
    }
    switch (tag) {
      case INTS:
        int[] ints = new int[length];
        bytes.asIntBuffer().get(ints);
        return ints;
      case LONGS:
        long[] longs = new long[length];
        bytes.asLongBuffer().get(longs);
        return longs;
      case FLOATS:
        float[] floats = new float[length];
        bytes.asFloatBuffer().get(floats);
        return floats;
      case DOUBLES:
        double[] doubles = new double[length];
        bytes.asDoubleBuffer().get(doubles);
        return doubles;
      default:
        byte[] raw = new byte[length];
        bytes.get(raw);
        return raw;
    }
  }

  /** Collects bytes and shows them without a copy. */
  private static final class Bytes extends ByteArrayOutputStream {

    ByteBuffer littleEndian() {
      return ByteBuffer.wrap(buf, 0, count).order(ByteOrder.LITTLE_ENDIAN);
    }
  }
}
