package org.cairnml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.cairnml.base.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordCutterTest {

  /** A record: the line at which it begins and its fields. */
  private record Cut(long line, List<String> fields) {}

  /** Wherever the batches end, the records are those that FastCSV finds. */
  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void recordsAreThoseOfFastCsv(
      @ForAll("csv") String text, @ForAll @IntRange(min = 1, max = 9) int n) throws IOException {
    List<Cut> expected = new ArrayList<>();
    boolean refused = false;
    try (var csv =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .trimWhitespacesAroundQuotes(true)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text)) {
      for (CsvRecord each : csv) {
        expected.add(new Cut(each.getStartingLineNumber(), each.getFields()));
      }
    } catch (CsvParseException e) {
      refused = true;
    }
    List<Cut> found = new ArrayList<>();
    if (refused) {
      assertThatThrownBy(() -> cut(text, n, found)).isInstanceOf(DataException.class);
    } else {
      cut(text, n, found);
    }
    assertThat(found).isEqualTo(expected);
  }

  private static void cut(String text, int characters, List<Cut> found) {
    var cutter = new RecordCutter("text", ',', Optional.of('"'));
    Reader in = new StringReader(text);
    var before = new FieldBatch();
    do {
      var batch = new FieldBatch();
      batch.read(in, characters);
      batch.startWithRestOf(before);
      while (cutter.next(batch)) {
        List<String> fields = new ArrayList<>();
        for (int f = 0; f < batch.fieldsOfRecord(); f++) {
          fields.add(batch.string(f));
        }
        batch.clear();
        found.add(new Cut(cutter.line(), fields));
      }
      before = batch;
    } while (!before.isLast());
  }

  @Provide
  Arbitrary<String> csv() {
    return Arbitraries.of("a", "bc", ",", ",", "\n", "\n", "\r", "\r\n", "\"", "\"", "\"\"", " ")
        .list()
        .ofMaxSize(25)
        .map(parts -> String.join("", parts));
  }

  /** A field that is longer than several batches, and the line of what comes after it. */
  @Test
  void longRecords(@TempDir Path folder) throws IOException {
    String text = "\"\"line\r\n".repeat(200_000);
    Path file =
        Files.writeString(
            folder.resolve("long.csv"),
            "a,b\n1,\"" + text + "\"\n2,x\n3\n",
            StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Csv.read(file)).hasMessageContaining("line 200004: 1 field");
    Files.writeString(file, "a,b\n1,\"" + text + "\"\n2,x\n");
    assertThat(Csv.read(file).column("b").string(0)).isEqualTo("\"line\r\n".repeat(200_000));
  }
}
