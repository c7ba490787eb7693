package org.cairnml.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cairnml.base.FormatException;

class FieldsCborTest {

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void readingGivesTheSameBits(@ForAll("fields") Fields fields) throws IOException {
    assertThat(bits(read(bytes(fields)))).isEqualTo(bits(fields));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void writingIsAFunctionOfTheFields(@ForAll("fields") Fields fields) throws IOException {
    assertThat(bytes(read(bytes(fields)))).isEqualTo(bytes(fields));
  }

  /** Random damage gives other fields or an error that is an IOException or a FormatException. */
  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void damageIsNoOtherException(
      @ForAll("fields") Fields fields, @ForAll int place, @ForAll byte value) throws IOException {
    byte[] bytes = bytes(fields);
    bytes[Math.floorMod(place, bytes.length)] = value;
    try {
      read(bytes);
    } catch (IOException | FormatException expected) {
      assertThat(expected.getMessage()).isNotBlank();
    }
  }

  @Property(tries = 20)
  void arraysLargerThanAnyBuffer(@ForAll("sizes") int n) throws IOException {
    double[] doubles = new double[n];
    int[] ints = new int[n];
    for (int i = 0; i < n; i++) {
      doubles[i] = 1.0 / (i + 1);
      ints[i] = i * 7919;
    }
    Fields loaded = read(bytes(Fields.create().set("d", doubles).set("i", ints)));
    assertThat(loaded.getDoubles("d")).isEqualTo(doubles);
    assertThat(loaded.getInts("i")).isEqualTo(ints);
  }

  @Provide
  Arbitrary<Integer> sizes() {
    return Arbitraries.integers().between(0, 300_000);
  }

  @Provide
  Arbitrary<Fields> fields() {
    return fields(3);
  }

  private static Arbitrary<Fields> fields(int depth) {
    return Arbitraries.maps(Arbitraries.strings().ofMaxLength(8).map(Texts::whole), value(depth))
        .ofMaxSize(6)
        .map(
            values -> {
              Fields fields = Fields.create();
              values.forEach(fields::setRaw);
              return fields;
            });
  }

  private static Arbitrary<Object> value(int depth) {
    List<Arbitrary<?>> kinds = new ArrayList<>();
    Arbitrary<Double> doubles = Arbitraries.longs().map(Double::longBitsToDouble);
    Arbitrary<String> strings = Arbitraries.strings().ofMaxLength(40).map(Texts::whole);
    kinds.add(Arbitraries.longs());
    kinds.add(doubles);
    kinds.add(Arbitraries.of(-0.0, Double.NaN, Double.longBitsToDouble(0x7ff8dead00000001L)));
    kinds.add(Arbitraries.of(true, false));
    kinds.add(strings);
    kinds.add(Arbitraries.bytes().array(byte[].class).ofMaxSize(20));
    kinds.add(Arbitraries.integers().array(int[].class).ofMaxSize(20));
    kinds.add(Arbitraries.longs().array(long[].class).ofMaxSize(20));
    kinds.add(Arbitraries.integers().map(Float::intBitsToFloat).array(float[].class).ofMaxSize(20));
    kinds.add(doubles.array(double[].class).ofMaxSize(20));
    kinds.add(strings.list().ofMaxSize(5));
    if (depth > 0) {
      kinds.add(fields(depth - 1));
      kinds.add(fields(depth - 1).list().ofMaxSize(3));
    }
    return Arbitraries.of(kinds).flatMap(kind -> kind.map(value -> value));
  }

  private static byte[] bytes(Fields fields) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FieldsCbor.write(fields, out);
    return out.toByteArray();
  }

  private static Fields read(byte[] bytes) throws IOException {
    return FieldsCbor.read(new ByteArrayInputStream(bytes));
  }

  /** The fields with floating-point numbers as their bits, comparable by equals. */
  private static Object bits(Object value) {
    if (value instanceof Fields fields) {
      return fields.values().entrySet().stream()
          .map(field -> Map.entry(field.getKey(), bits(field.getValue())))
          .toList();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(FieldsCborTest::bits).toList();
    }
    if (value instanceof Double number) {
      return "double " + Double.doubleToRawLongBits(number);
    }
    if (value instanceof double[] doubles) {
      return "doubles "
          + Arrays.toString(
              Arrays.stream(doubles).mapToLong(Double::doubleToRawLongBits).toArray());
    }
    if (value instanceof float[] floats) {
      StringBuilder text = new StringBuilder("floats");
      for (float number : floats) {
        text.append(' ').append(Float.floatToRawIntBits(number));
      }
      return text.toString();
    }
    if (value instanceof int[] ints) {
      return "ints " + Arrays.toString(ints);
    }
    if (value instanceof long[] longs) {
      return "longs " + Arrays.toString(longs);
    }
    return value instanceof byte[] bytes ? "bytes " + Arrays.toString(bytes) : value;
  }

  private static final class Texts {

    /** Without halves of surrogate pairs, which no encoding of Unicode can hold. */
    static String whole(String text) {
      return text.codePoints()
          .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
    }
  }
}
