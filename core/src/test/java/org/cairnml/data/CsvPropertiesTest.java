package org.cairnml.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cairnml.base.DataException;
import org.cairnml.data.Column.Kind;

class CsvPropertiesTest {

  /** What is written is read again, given the kind, whatever texts and numbers there are. */
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void readingGivesWhatWasWritten(
      @ForAll("texts") List<String> texts, @ForAll("numbers") List<Double> numbers)
      throws IOException {
    int n = Math.min(texts.size(), numbers.size());
    Table table =
        Table.of(
            Column.text("a \"text\"", texts.subList(0, n)),
            Column.numeric("x", numbers.stream().limit(n).mapToDouble(v -> v).toArray()));
    Path file = Files.createTempFile("table", ".csv");
    try {
      Csv.write(table, file);
      assertThat(Csv.options().withKind("a \"text\"", Kind.TEXT).read(file)).isEqualTo(table);
    } finally {
      Files.delete(file);
    }
  }

  /** The number that a field stands for is the nearest double, as BigDecimal finds it. */
  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void numbersAreCorrectToTheLastBit(@ForAll("decimals") String decimal) {
    NumberParser parser = new NumberParser('.', NumberParser.Names.ALLOWED);
    char[] field = decimal.toCharArray();
    assertThat(parser.parse(field, 0, field.length)).isTrue();
    assertThat(parser.value()).isEqualTo(new BigDecimal(decimal).doubleValue());
  }

  /** Arbitrary bytes make a table or a DataException, and the same for a file and a stream. */
  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void anyBytesAreATableOrADataException(@ForAll("csvLike") String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      Table table = Csv.read(new ByteArrayInputStream(bytes));
      assertThat(table.rows()).isPositive();
      assertThat(table.describe().toString()).isNotEmpty();
    } catch (DataException expected) {
      assertThat(expected.getMessage()).startsWith("the input").doesNotContain("Exception");
    }
  }

  /** A column read with its kind found has the same texts as when it is read as text. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void findingKindsLosesNoText(@ForAll("fields") List<String> fields) {
    byte[] bytes =
        ("a,b\n" + fields.stream().map(f -> f + ",1\n").collect(Collectors.joining()))
            .getBytes(StandardCharsets.UTF_8);
    Column found = Csv.read(new ByteArrayInputStream(bytes)).column("a");
    Column text =
        Csv.options().withKind("a", Kind.TEXT).read(new ByteArrayInputStream(bytes)).column("a");
    boolean string = found.kind() == Kind.CATEGORY || found.kind() == Kind.TEXT;
    for (int i = 0; i < text.size(); i++) {
      if (string) {
        assertThat(found.string(i)).isEqualTo(text.string(i));
      } else if (text.isMissing(i) || "NA".equals(text.string(i))) {
        assertThat(found.isMissing(i)).isTrue();
      } else if (found.kind() == Kind.NUMERIC) {
        assertThat(found.number(i)).isEqualTo(number(text.string(i)));
      }
    }
  }

  private static double number(String text) {
    return text.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
  }

  @Provide
  Arbitrary<List<String>> texts() {
    Arbitrary<String> strings =
        Arbitraries.strings()
            .withChars(" ,;\"'\n\r\tabc\u00e9\u4e2d\ud83d\ude00".toCharArray())
            .ofMaxLength(12)
            .map(CsvPropertiesTest::withoutHalves)
            .map(text -> text.isBlank() ? "?" : text);
    return Arbitraries.oneOf(strings, Arbitraries.of("NA", "1", "true", "null"))
        .injectNull(0.2)
        .list()
        .ofMinSize(1)
        .ofMaxSize(20);
  }

  private static String withoutHalves(String text) {
    return text.codePoints()
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Provide
  Arbitrary<List<Double>> numbers() {
    return Arbitraries.oneOf(
            Arbitraries.longs().map(Double::longBitsToDouble),
            Arbitraries.integers().map(i -> i / 100.0),
            Arbitraries.of(-0.0, Double.NaN, 1e15, Double.MIN_VALUE, Double.MAX_VALUE))
        .list()
        .ofMinSize(1)
        .ofMaxSize(20);
  }

  @Provide
  Arbitrary<String> decimals() {
    Arbitrary<String> shortest =
        Arbitraries.longs()
            .map(Double::longBitsToDouble)
            .filter(Double::isFinite)
            .map(Object::toString);
    Arbitrary<String> halves =
        Arbitraries.longs()
            .map(Double::longBitsToDouble)
            .filter(v -> Double.isFinite(v) && v != 0)
            .map(
                v ->
                    new BigDecimal(v)
                        .add(new BigDecimal(Math.nextUp(v)))
                        .divide(BigDecimal.valueOf(2), new MathContext(40))
                        .toString());
    Arbitrary<String> shortDecimals =
        Arbitraries.longs()
            .between(-(1L << 54), 1L << 54)
            .flatMap(d -> Arbitraries.integers().between(-30, 30).map(e -> d + "E" + e));
    Arbitrary<String> plain = Arbitraries.bigDecimals().ofScale(9).map(BigDecimal::toPlainString);
    return Arbitraries.oneOf(shortest, halves, shortDecimals, plain);
  }

  @Provide
  Arbitrary<String> csvLike() {
    return Arbitraries.of(
            Arrays.asList(
                "a",
                "b",
                "1",
                "2.5",
                ",",
                ",",
                ",",
                "\n",
                "\n",
                "\n",
                "\"",
                "\"\"",
                "true",
                "2024-01-01",
                "NA",
                " ",
                "\r\n",
                ";",
                "\u00e9",
                "\ufeff",
                "\u0000"))
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<List<String>> fields() {
    return Arbitraries.of(
            "1",
            "2.50",
            "007",
            "-3e4",
            "+8",
            "inf",
            "true",
            "FALSE",
            "2024-01-01",
            "2024-01-01 10:00",
            "2024-01-01T10:00:00Z",
            "2024-02-30",
            "NA",
            "\"NA\"",
            "",
            " ",
            "x",
            "\" y \"",
            "9007199254740993",
            "1_000",
            "0x1p3",
            "1f",
            ".5",
            "5.",
            "-",
            ".",
            "e5")
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }
}
