package org.cairnml.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextColumnTest {

  @TempDir Path folder;
  private Path reviews;
  private Path titles;

  @BeforeEach
  void writeFiles() throws IOException {
    var sentences = new StringBuilder("review,label\n");
    var words = new StringBuilder("title,label\n");
    for (int i = 0; i < 120; i++) {
      boolean good = i % 2 == 0;
      String word = good ? "wonderful" : "dreadful";
      String label = good ? "pos" : "neg";
      sentences.append("film number " + i + " of this year was " + word + "," + label + "\n");
      words.append(word + " " + i + "," + label + "\n");
    }
    reviews = Files.writeString(folder.resolve("reviews.csv"), sentences);
    titles = Files.writeString(folder.resolve("titles.csv"), words);
  }

  @Test
  void sentencesAreReadByTheirWords() {
    Path model = folder.resolve("m.cairn");
    Program train = Program.run("train", reviews, "--target", "label", "--out", model);
    assertThat(train.exitCode()).as(train.err()).isZero();
    assertThat(train.out()).containsPattern("accuracy\\s+1\\.0");
    Program predict = Program.run("predict", model, reviews);
    assertThat(predict.exitCode()).as(predict.err()).isZero();
    Program compare =
        Program.run(
            "compare",
            reviews,
            "--target",
            "label",
            "--models",
            "logistic-regression,decision-tree");
    assertThat(compare.exitCode()).as(compare.err()).isZero();
    assertThat(compare.out()).contains("logistic-regression", "worse, p =");
  }

  @Test
  void fewWordsAreReadIfTheUserSaysSo() {
    Program refused = Program.run("train", titles, "--target", "label");
    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.err()).contains("titles.csv", "'title'", "free text", "--text");
    Program named = Program.run("train", titles, "--target", "label", "--text", "title");
    assertThat(named.exitCode()).as(named.err()).isZero();
    assertThat(named.out()).containsPattern("accuracy\\s+1\\.0");
  }

  @Test
  void columnsThatCannotBeTexts() {
    Program absent = Program.run("train", titles, "--target", "label", "--text", "titles");
    assertThat(absent.err()).contains("titles.csv", "'titles'", "did you mean 'title'");
    Program target = Program.run("train", titles, "--target", "label", "--text", "label");
    assertThat(target.err()).contains("--text names the target 'label'");
  }
}
