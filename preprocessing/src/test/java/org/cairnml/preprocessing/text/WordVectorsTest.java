package org.cairnml.preprocessing.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordVectorsTest {

  private static final String GLOVE = "the 0.5 -1 2\ncat 1e0 2 3.25\nкот 1 2 3\nthe 9 9 9\n";

  @TempDir Path folder;

  private WordVectors read(String text) {
    try {
      return WordVectors.read(Files.writeString(folder.resolve("vectors.txt"), text));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void readsGlove() {
    WordVectors vectors = read(GLOVE);
    assertThat(vectors.words()).containsExactly("the", "cat", "кот");
    assertThat(vectors.dimensions()).isEqualTo(3);
    assertThat(vectors.vector("the").orElseThrow()).containsExactly(0.5f, -1, 2);
    assertThat(vectors.vector("dog")).isEmpty();
  }

  @Test
  void readsWord2Vec() {
    WordVectors vectors = read("4 3\n" + GLOVE.replace("\n", " \n"));
    assertThat(vectors.words()).containsExactly("the", "cat", "кот");
    assertThat(vectors.vector("cat").orElseThrow()).containsExactly(1, 2, 3.25f);
  }

  @Test
  void averagesTheVectorsOfKnownWords() {
    AverageWordVectorsModel model = new AverageWordVectors(read(GLOVE)).fit(List.of());
    assertThat(model.transform("The cat, the zebra!")).containsExactly(2.0 / 3, 0, 7.25 / 3);
    assertThat(model.transform(Arrays.asList("zebra", "", null)).data()).containsOnly(0);
    assertThat(model.names()).containsExactly("dimension 0", "dimension 1", "dimension 2");
  }

  @Test
  void theSavedModelDoesTheSame() {
    var codec = new AverageWordVectorsModelCodec();
    AverageWordVectorsModel model = new AverageWordVectors(read(GLOVE)).fit(List.of());
    AverageWordVectorsModel again = codec.read(codec.write(model));
    assertThat(again.transform(TextTest.TEXTS)).isEqualTo(model.transform(TextTest.TEXTS));
    Fields cut =
        Fields.create()
            .setStrings("words", List.of("a", "b"))
            .set("dimensions", 2)
            .set("values", new float[3]);
    assertThatThrownBy(() -> codec.read(cut))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("3 numbers");
  }

  private void refused(String text, String... parts) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("vectors.txt")
        .hasMessageContainingAll(parts);
  }

  @Test
  void malformedLinesAreNamed() {
    refused("a 1 2\nb 1\n", "line 2", "expected a word and 2 numbers", "complete the line");
    refused("a 1 2\nb 1 x\n", "line 2", "'x'", "'b'", "correct");
    refused("a 1 2\nb 1 NaN\n", "line 2", "'NaN'");
    refused("a 1 2\n\nb 1 2\n", "line 2");
    refused("word\n", "line 1", "its numbers");
    refused("3 2\na 1 2\nb 1 2\n", "line 1 announces 3 words", "2 lines", "cut off");
    refused("", "no word vectors");
  }
}
