package org.cairnml.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with a file ends in one line that says so, and in no half-written file. */
class BadInputTest {

  @TempDir Path folder;

  private Path model;

  @BeforeEach
  void trainAModel() throws IOException {
    model = folder.resolve("good.cairn");
    Program run =
        Program.run("train", goodData(), "--target", "y", "--model", "ridge", "--out", model);
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private Path goodData() throws IOException {
    var lines = new StringBuilder("a,b,c,y\n");
    for (int i = 0; i < 40; i++) {
      lines.append(i).append(',').append(i % 7).append(',').append(i % 2 == 0 ? "u" : "v");
      lines.append(',').append(3 * i + 0.5).append('\n');
    }
    return file("good.csv", lines.toString());
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  /** The run fails for the data, in one line with these words, and leaves no new file. */
  private void assertRefused(Program run, List<Path> before, String... words) throws IOException {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.err().lines().toList()).hasSize(1);
    assertThat(run.err()).contains(words);
    assertThat(run.out()).isEmpty();
    assertThat(files()).isEqualTo(before);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private void assertTrainRefused(String csv, String... words) throws IOException {
    assertTrainRefused("ridge", csv, words);
  }

  private void assertTrainRefused(String learner, String csv, String[] words) throws IOException {
    Path data = file("bad.csv", csv);
    List<Path> before = files();
    Path out = folder.resolve("new.cairn");
    String[] all = Arrays.copyOf(words, words.length + 1);
    all[words.length] = "bad.csv";
    assertRefused(
        Program.run("train", data, "--target", "y", "--model", learner, "--out", out), before, all);
  }

  private void assertPredictRefused(String csv, String... words) throws IOException {
    Path data = file("bad.csv", csv);
    List<Path> before = files();
    assertRefused(
        Program.run("predict", model, data, "--out", folder.resolve("p.csv")), before, words);
  }

  @Test
  void noFile() throws IOException {
    assertRefused(
        Program.run("train", folder.resolve("none.csv"), "--target", "y"), files(), "none.csv");
    assertRefused(
        Program.run("predict", folder.resolve("none.cairn"), goodData()), files(), "none.cairn");
  }

  @Test
  void emptyFile() throws IOException {
    assertTrainRefused("", "empty");
  }

  @Test
  void headerOnly() throws IOException {
    assertTrainRefused("a,b,y\n", "row");
  }

  @Test
  void raggedRows() throws IOException {
    assertTrainRefused("a,y\n1,2\n3\n", "line 3");
  }

  @Test
  void targetThatDoesNotExist() throws IOException {
    assertTrainRefused("a,yy\n1,2\n2,3\n", "'y'", "yy");
  }

  @Test
  void targetWithOneClass() throws IOException {
    assertTrainRefused(
        "random-forest", "a,y\n1,u\n2,u\n3,u\n4,u\n5,u\n", new String[] {"'y'", "u"});
  }

  @Test
  void textWhereNumbersWere() throws IOException {
    assertPredictRefused("a,b,c\n1,2,u\nmany,2,u\n", "bad.csv", "'a'", "many");
  }

  @Test
  void missingColumn() throws IOException {
    assertPredictRefused("a,c\n1,u\n", "bad.csv", "'b'");
  }

  @Test
  void unseenCategoriesAndExtraColumnsAreReported() throws IOException {
    Path data = file("more.csv", "extra,a,b,c\n9,1,2,u\n9,1,2,w\n");
    Program run = Program.run("predict", model, data);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("extra").contains("'c'").contains("w");
    assertThat(run.out().lines()).hasSize(3).first().isEqualTo("prediction");
  }

  @Test
  void allMissingColumnIsDroppedAndReported() throws IOException {
    Path data = file("gaps.csv", "a,gone,y\n1,,1.5\n2,,2.5\n3,,3.5\n4,,4.5\n5,,5.5\n6,,6.5\n");
    Program run = Program.run("train", data, "--target", "y", "--model", "ridge", "--test", 0);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("gone");
  }

  @Test
  void truncatedModel() throws IOException {
    byte[] bytes = Files.readAllBytes(model);
    Files.write(model, Arrays.copyOf(bytes, bytes.length / 2));
    assertRefused(Program.run("predict", model, goodData()), files(), "good.cairn");
  }

  @Test
  void corruptModel() throws IOException {
    byte[] bytes = Files.readAllBytes(model);
    bytes[bytes.length / 2] ^= 4;
    Files.write(model, bytes);
    assertRefused(Program.run("evaluate", model, goodData()), files(), "good.cairn");
  }

  @Test
  void modelOfANewerVersion() throws IOException {
    byte[] bytes = Files.readAllBytes(model);
    bytes[8] = 99;
    Files.write(model, bytes);
    assertRefused(Program.run("predict", model, goodData()), files(), "good.cairn", "newer");
  }

  @Test
  void csvInPlaceOfAModel() throws IOException {
    assertRefused(Program.run("predict", goodData(), goodData()), files(), "good.csv");
  }

  @Test
  void unwritableOutput() throws IOException {
    Path noFolder = folder.resolve("no/such/model.cairn");
    assertRefused(
        Program.run("train", goodData(), "--target", "y", "--model", "ridge", "--out", noFolder),
        files(),
        "model.cairn");
    assertRefused(
        Program.run("predict", model, goodData(), "--out", folder), files(), "it is a folder");
  }

  @Test
  void outputThatIsTheInput() throws IOException {
    Path data = goodData();
    List<Path> before = files();
    assertRefused(
        Program.run("train", data, "--target", "y", "--model", "ridge", "--out", data),
        before,
        "also the input");
    assertRefused(Program.run("predict", model, data, "--out", data), before, "also the input");
    assertRefused(Program.run("predict", model, data, "--out", model), before, "also the input");
    assertThat(data).hasContent(Files.readString(goodData()));
  }

  @Test
  void linesOfTheFileAreNamedAlsoAfterTheSplit() throws IOException {
    var csv = new StringBuilder("a,t,y\n");
    for (int i = 0; i < 40; i++) {
      csv.append(i == 30 ? "inf" : i).append(",\"two\nlines\",").append(3 * i + 0.5).append('\n');
    }
    assertTrainRefused(csv.toString(), "line 62, column 'a'", "Infinity");
    assertPredictRefused("a,b,c\n1,2,u\nmany,2,u\n", "line 3, column 'a'", "many");
  }

  @Test
  void noColumnToLearnFrom() throws IOException {
    assertTrainRefused("y\n1.5\n2.5\n3.5\n4.5\n5.5\n", "no column", "add columns");
    assertTrainRefused("a,y\n1,1.5\n1,2.5\n1,3.5\n1,4.5\n1,5.5\n", "'a'", "add columns");
  }

  @Test
  void tooFewRowsToSplit() throws IOException {
    assertTrainRefused("a,y\n1,1.5\n2,2.5\n", "rows to split: 2", "another share");
  }

  @Test
  void noTargetToCompareWith() throws IOException {
    Path data = file("blank.csv", "a,b,c,y\n1,2,u,\n2,3,v,\n");
    assertRefused(Program.run("evaluate", model, data), files(), "blank.csv", "'y'", "no value");
  }

  @Test
  void standardOutputThatIsFull() throws IOException {
    var full =
        new PrintWriter(
            new Writer() {
              @Override
              public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("No space left on device");
              }

              @Override
              public void flush() {}

              @Override
              public void close() {}
            });
    var err = new StringWriter();
    int exitCode =
        Cairn.run(
            full, new PrintWriter(err, true), "predict", model.toString(), goodData().toString());
    assertThat(exitCode).isEqualTo(1);
    assertThat(err.toString().lines().toList()).hasSize(1);
  }

  @Test
  void memoryThatIsTooSmall() {
    var err = new StringWriter();
    var failure = new IllegalStateException(new OutOfMemoryError("Java heap space"));
    assertThat(Failure.report(failure, new PrintWriter(err, true), false)).isEqualTo(1);
    assertThat(err.toString().lines().toList()).hasSize(1);
    assertThat(err.toString()).contains("memory", "-Xmx");
  }
}
