package org.cairnml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cairnml.base.DataException;
import org.cairnml.data.Column.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("data.csv"), text);
  }

  private Table read(String text) throws IOException {
    return Csv.read(file(text));
  }

  private static void refuses(ThrowingCallable action, String... parts) {
    assertThatThrownBy(action).isInstanceOf(DataException.class).hasMessageContainingAll(parts);
  }

  @Test
  void findsKinds() throws IOException {
    Table table =
        read(
            """
            number,truth,day,moment,instant,city,zip,id,nothing
            1.5,true,2024-02-29,2024-02-29 10:00,2024-02-29T10:00:00Z,Rome,00501,9007199254740993,
            -2e3,FALSE,2024-03-01,2024-02-29T10:00:01.5,2024-02-29T12:00:00+02:00,,10001,9007199254740992,NA
            """);
    assertThat(table.columns().stream().map(Column::kind))
        .containsExactly(
            Kind.NUMERIC,
            Kind.BOOLEAN,
            Kind.TIME,
            Kind.TIME,
            Kind.TIME,
            Kind.CATEGORY,
            Kind.CATEGORY,
            Kind.CATEGORY,
            Kind.NUMERIC);
    assertThat(table.column("number").toDoubles()).containsExactly(1.5, -2000);
    assertThat(table.column("day").string(0)).isEqualTo("2024-02-29");
    assertThat(table.column("moment").string(1)).isEqualTo("2024-02-29T10:00:01.500");
    assertThat(table.column("instant").value(1)).isEqualTo(table.column("instant").value(0));
    assertThat(table.column("city").string(1)).isNull();
    assertThat(table.column("zip").string(0)).isEqualTo("00501");
    assertThat(table.column("id").string(0)).isEqualTo("9007199254740993");
    assertThat(table.column("nothing").missing()).isEqualTo(2);
  }

  @Test
  void aLateContradictionKeepsTheTextsOfAllRows() throws IOException {
    StringBuilder text = new StringBuilder("a,b,c,d\n");
    for (int i = 0; i < 5000; i++) {
      text.append("1.50,TRUE,\"NA\",2024-01-01 10:00\n");
    }
    text.append("x,y,z,w\n");
    Table table = read(text.toString());
    for (Column column : table) {
      assertThat(column.kind()).isEqualTo(Kind.CATEGORY);
    }
    assertThat(table.column("a").string(0)).isEqualTo("1.50");
    assertThat(table.column("b").string(4999)).isEqualTo("TRUE");
    assertThat(table.column("c").string(0)).isEqualTo("NA");
    assertThat(table.column("d").string(0)).isEqualTo("2024-01-01 10:00");
    assertThat(table.column("d").string(5000)).isEqualTo("w");
    assertThat(table)
        .isEqualTo(
            Csv.read(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void aMissingValueBeforeAContradictionStaysMissing() throws IOException {
    assertThat(read("a,b\nNA,1\n1,1\nx,1\n").column("a").toStrings())
        .containsExactly(null, "1", "x");
  }

  @Test
  void manyDistinctTextsAreTextFewAreCategory() throws IOException {
    StringBuilder text = new StringBuilder("name,city\n");
    for (int i = 0; i < 100; i++) {
      text.append("n").append(i).append(",c").append(i % 30).append('\n');
    }
    Table table = read(text.toString());
    assertThat(table.column("name").kind()).isEqualTo(Kind.TEXT);
    assertThat(table.column("city").kind()).isEqualTo(Kind.CATEGORY);
  }

  @Test
  void missingValues() throws IOException {
    Table table = read("charge,plan\n 29.85 ,Basic\n ,?\nNaN,\"NA\"\n?, Plus \n\"\",\"\"\n");
    assertThat(table.column("charge").toDoubles())
        .containsExactly(29.85, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    assertThat(table.column("plan").toStrings()).containsExactly("Basic", null, "NA", "Plus", null);
    Table own = Csv.options().withMissing("-999").read(file("charge,plan\n-999,NA\n5,-999\n"));
    assertThat(own.column("charge").toDoubles()).containsExactly(Double.NaN, 5);
    assertThat(own.column("plan").toStrings()).containsExactly("NA", null);
  }

  @Test
  void quotesLineEndsAndUnicodeWithinFields() throws IOException {
    Table table = read("\"a,b\",c\r\n\"one \"\"two\"\"\nthree\",\u00e9\ud83d\ude00\r\nx,y");
    assertThat(table.names()).containsExactly("a,b", "c");
    assertThat(table.column("a,b").toStrings()).containsExactly("one \"two\"\nthree", "x");
    assertThat(table.column("c").string(0)).isEqualTo("\u00e9\ud83d\ude00");
  }

  @Test
  void findsTheSeparator() throws IOException {
    assertThat(read("a;b;c\n1;2;3\n").names()).containsExactly("a", "b", "c");
    assertThat(read("a\tb\n1\t2\n").names()).containsExactly("a", "b");
    assertThat(read("\"a;b;c\",d\n1,2\n").names()).containsExactly("a;b;c", "d");
    Table german = Csv.options().withDecimal(',').read(file("a;b\n1,5;2\n"));
    assertThat(german.column("a").number(0)).isEqualTo(1.5);
  }

  @Test
  void byteOrderMarksAndGzip() throws IOException {
    assertThat(read("\ufeffa,b\n1,2\n").names()).containsExactly("a", "b");
    Path wide = folder.resolve("wide.csv");
    Files.write(wide, "\ufeffa,b\n1,\u00e9\n".getBytes(StandardCharsets.UTF_16LE));
    assertThat(Csv.read(wide).column("b").string(0)).isEqualTo("\u00e9");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write("a\n1\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Csv.read(new ByteArrayInputStream(bytes.toByteArray())).column("a").number(0))
        .isEqualTo(1);
    Path cut = folder.resolve("cut.csv.gz");
    Files.write(cut, java.util.Arrays.copyOf(bytes.toByteArray(), bytes.size() - 6));
    refuses(() -> Csv.read(cut), "cut.csv.gz", "truncated");
  }

  @Test
  void withoutHeaderQuotesOrAllColumns() throws IOException {
    Path file = file("1,\"x\n2,y\n");
    Table table = Csv.options().withoutHeader().withoutQuotes().read(file);
    assertThat(table.names()).containsExactly("x0", "x1");
    assertThat(table.column("x1").string(0)).isEqualTo("\"x");
    assertThat(Csv.options().withoutHeader("a", "b").withoutQuotes().read(file).names())
        .containsExactly("a", "b");
    refuses(() -> Csv.options().withoutHeader("a").withoutQuotes().read(file), "2 fields", "[a]");
    Table some = Csv.options().withColumns("c", "a").read(file("a,b,c\n1,2,3\n"));
    assertThat(some.names()).containsExactly("c", "a");
  }

  @Test
  void quotesAreDataInTsvFiles() throws IOException {
    Path file = Files.writeString(folder.resolve("a.tsv"), "a\tb\n\"x, y\t2\n");
    assertThat(Csv.read(file).column("a").string(0)).isEqualTo("\"x, y");
  }

  @Test
  void givenKinds() throws IOException {
    Path file = file("a,b,c\n1,007,5\n2,008,x\n");
    Table table = Csv.options().withKind("a", Kind.TEXT).withKind("b", Kind.NUMERIC).read(file);
    assertThat(table.column("a").value(0)).isEqualTo("1");
    assertThat(table.column("b").number(0)).isEqualTo(7);
    refuses(
        () -> Csv.options().withKind("c", Kind.NUMERIC).read(file),
        "data.csv",
        "line 3",
        "'c'",
        "'x'",
        "number");
    refuses(() -> Csv.options().withKind("d", Kind.TEXT).read(file), "'d'", "[a, b, c]");
  }

  @Test
  void badFiles() throws IOException {
    refuses(() -> Csv.read(folder.resolve("none.csv")), "no file", "none.csv");
    refuses(() -> Csv.read(folder), "folder");
    refuses(() -> read(""), "data.csv", "empty");
    refuses(() -> read("\n\n"), "data.csv", "empty");
    refuses(() -> read("a,b\n"), "data.csv", "no rows");
    refuses(() -> read("a,b,a\n1,2,3\n"), "data.csv", "[a]");
    refuses(() -> read("a,b\n1,2\n\n3\n"), "data.csv", "line 4", "1 field", "'b'");
    refuses(() -> read("a,b\n1,2\n1,2,3\n"), "data.csv", "line 3", "3 fields");
    refuses(() -> read("a,b\n1,\"2\n3,4\n"), "data.csv", "line 2", "quote");
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "a,b\n1,\u00e9t\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    refuses(() -> Csv.read(latin), "latin.csv", "UTF-8", "withCharset");
    assertThat(
            Csv.options()
                .withCharset(StandardCharsets.ISO_8859_1)
                .read(latin)
                .column("b")
                .string(0))
        .isEqualTo("\u00e9t\u00e9");
  }

  @Test
  void writesWhatReadingGivesBack() throws IOException {
    Table table =
        read(
            "n,s,t,b\n0.1,\"a,\"\"b\",2024-01-01T10:00:00.25Z,true\n1e300,\" x \",,\n-0,\"NA\","
                + "1999-12-31T23:59:59Z,false\n");
    Path copy = folder.resolve("copy.csv.gz");
    Csv.write(table, copy);
    assertThat(Csv.read(copy)).isEqualTo(table);
    refuses(() -> Csv.write(table, folder), "folder");
    refuses(() -> Csv.write(table, folder.resolve("no/such.csv")), "no folder", "create");
  }

  @Test
  void rowsKnowTheirLines() throws IOException {
    Path file = Files.writeString(folder.resolve("lines.csv"), "a,t\n1,x\n\n2,\"y\nz\"\n3,w\n");
    Table table = Csv.read(file);
    assertThat(table.place(0)).isEqualTo("line 2");
    assertThat(table.place(1)).isEqualTo("line 4");
    assertThat(table.place(2)).isEqualTo("line 6");
    Table last = table.rows(2, 0).select("a").rename("a", "b").filter(i -> i == 0);
    assertThat(last.place(0)).isEqualTo("line 6");
    assertThat(Table.of(Column.numeric("a", 1, 2)).place(1)).isEqualTo("row 1");
  }
}
