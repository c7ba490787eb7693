package org.cairnml.preprocessing.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.cairnml.base.FormatException;
import org.cairnml.linalg.SparseMatrix;
import org.cairnml.preprocessing.Reference;
import org.junit.jupiter.api.Test;

class HashingTest {

  private final Reference reference = Reference.read("texts.txt");

  private void same(HashingVectorizer vectorizer, String name) {
    HashingModel model = vectorizer.fit();
    reference.assertSame(model.transform(TextTest.TEXTS), name);
    assertThat(model.transformSparse(TextTest.TEXTS).toDense())
        .isEqualTo(model.transform(TextTest.TEXTS));
  }

  @Test
  void equalsScikitLearn() {
    same(new HashingVectorizer().withFeatures(31), "hashing");
    same(
        new HashingVectorizer().withFeatures(16).withNormalize(false).withLongest(2),
        "hashing.counts");
    same(new HashingVectorizer().withFeatures(20).withAlternateSign(false), "hashing.unsigned");
    same(
        new HashingVectorizer()
            .withFeatures(64)
            .withTerms(Terms.CHARACTERS)
            .withShortest(2)
            .withLongest(3),
        "hashing.char");
  }

  @Test
  void aMillionFeaturesEqualScikitLearn() {
    SparseMatrix ours = new HashingVectorizer().fit().transformSparse(TextTest.TEXTS);
    double[] rows = reference.values("hashing.wide.row");
    double[] columns = reference.values("hashing.wide.col");
    double[] values = reference.values("hashing.wide.value");
    assertThat(ours.nonZeros()).isEqualTo(values.length);
    for (int k = 0; k < values.length; k++) {
      assertThat(ours.get((int) rows[k], (int) columns[k]))
          .isEqualTo(values[k], Offset.offset(1e-15));
    }
  }

  /** Vectors that are published with many implementations of MurmurHash3 x86 32, seed 0. */
  @Test
  void theHashIsMurmurHash3() {
    assertThat(hash("")).isZero();
    assertThat(hash("test")).isEqualTo(0xba6bd213);
    assertThat(hash("Hello, world!")).isEqualTo(0xc0363e43);
    assertThat(hash("The quick brown fox jumps over the lazy dog")).isEqualTo(0x2e4ff723);
  }

  private static int hash(String text) {
    return MurmurHash3.hash(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void missingAndEmptyTextsAreZeros() {
    HashingModel model = new HashingVectorizer().withFeatures(8).fit();
    assertThat(model.transform(Arrays.asList("", null)).data()).containsOnly(0);
    assertThat(model.transformSparse(List.of()).cols()).isEqualTo(8);
    assertThat(model.names()).hasSize(8).first().isEqualTo("hash 0");
  }

  @Test
  void theSavedModelDoesTheSame() {
    var codec = new HashingModelCodec();
    HashingModel model = new HashingVectorizer().withFeatures(8).withStopWords(List.of("on")).fit();
    HashingModel again = codec.read(codec.write(model));
    assertThat(again.transform(TextTest.TEXTS)).isEqualTo(model.transform(TextTest.TEXTS));
    assertThatThrownBy(() -> codec.read(CutterFields.write(model.cutter()).set("features", 0)))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("0 features");
  }

  @Test
  void noFeaturesAreRefused() {
    assertThatThrownBy(() -> new HashingVectorizer().withFeatures(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("features");
  }
}
