package org.cairnml.preprocessing.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.preprocessing.Reference;
import org.junit.jupiter.api.Test;

class TextTest {

  static final List<String> TEXTS =
      List.of(
          "The cat sat on the mat; the cat sat.",
          "Кот сидел на ковре, а собака не сидела.",
          "A dog's life: 42 bones, 3_000 naps & one cat!",
          "Straße ÄRGER naïve café — mat mat",
          "",
          "on on on the   road\tagain");

  private final Reference reference = Reference.read("texts.txt");

  private void same(TextVectorizer vectorizer, String name) {
    TextModel model = vectorizer.fit(TEXTS);
    reference.assertSame(model.transform(TEXTS), name);
    assertThat(model.transformSparse(TEXTS).toDense()).isEqualTo(model.transform(TEXTS));
  }

  @Test
  void equalsScikitLearn() {
    same(new CountVectorizer(), "count");
    same(new TfidfVectorizer(), "tfidf");
    same(new TfidfVectorizer().withSublinear(true).withNormalize(false), "tfidf.sublinear");
    same(new TfidfVectorizer().withLongest(2).withStopWords(List.of("the", "on")), "tfidf.ngrams");
    same(new CountVectorizer().withMinTexts(2).withMaxShare(0.4), "count.frequent");
    same(
        new TfidfVectorizer().withTerms(Terms.CHARACTERS).withShortest(2).withLongest(3),
        "tfidf.char");
    same(
        new TfidfVectorizer().withTerms(Terms.CHARACTERS_IN_WORDS).withShortest(2).withLongest(5),
        "tfidf.charwb");
    same(new CountVectorizer().withBinary(true).withLowercase(false), "count.binary");
  }

  @Test
  void theMostFrequentTermsAreKeptInOrder() {
    TermModel model = new CountVectorizer().withMaxTerms(3).fit(TEXTS);
    assertThat(model.terms()).containsExactly("cat", "on", "the");
    assertThat(model.transform("the dog on the cat")).containsExactly(1, 1, 2);
  }

  @Test
  void unknownTermsAndMissingTextsAreZeros() {
    TermModel model = new TfidfVectorizer().fit(TEXTS);
    assertThat(model.transform("zebra")).containsOnly(0);
    assertThat(model.transform((String) null)).containsOnly(0);
    assertThat(model.transform(Arrays.asList("cat", null)).row(1).toArray()).containsOnly(0);
  }

  @Test
  void sparseWeightsOfManyTextsAreTheDenseOnes() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 1200; i++) {
      many.add(i % 7 == 0 ? null : TEXTS.get(i % TEXTS.size()) + " " + i % 40);
    }
    TermModel model = new TfidfVectorizer().fit(many);
    assertThat(model.transformSparse(many).toDense()).isEqualTo(model.transform(many));
    assertThat(model.transformSparse(List.of()).cols()).isEqualTo(model.width());
  }

  /** Bit for bit, over several parts of the texts, whatever the limits. */
  @Test
  void learningAndTransformingInOneLookIsTheSameAsInTwo() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 2500; i++) {
      many.add(i % 11 == 0 ? null : TEXTS.get(i % TEXTS.size()) + " w" + i + " v" + i % 40);
    }
    for (TextVectorizer vectorizer :
        List.of(
            new TfidfVectorizer(),
            new TfidfVectorizer().withSublinear(true).withMinTexts(2).withLongest(2),
            new CountVectorizer().withMaxTerms(30).withMaxShare(0.3),
            new CountVectorizer().withBinary(true).withTerms(Terms.CHARACTERS_IN_WORDS),
            new HashingVectorizer().withFeatures(100))) {
      FittedTexts fitted = vectorizer.fitTransform(many);
      assertThat(fitted.rows()).isEqualTo(vectorizer.fit(many).transformSparse(many));
      assertThat(fitted.model().names()).isEqualTo(vectorizer.fit(many).names());
    }
  }

  @Test
  void theSavedModelDoesTheSame() {
    var codec = new TermModelCodec();
    var vectorizer = new TfidfVectorizer().withLongest(2).withStopWords(List.of("the"));
    TermModel model = vectorizer.fit(TEXTS);
    TermModel again = codec.read(codec.write(model));
    assertThat(again.transform(TEXTS)).isEqualTo(model.transform(TEXTS));
    assertThat(again.terms()).isEqualTo(model.terms());
  }

  @Test
  void textsWithoutTermsAreRefused() {
    assertThatThrownBy(() -> new CountVectorizer().fit(List.of("", "a ! b")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("2 texts")
        .hasMessageContaining("two characters");
    assertThatThrownBy(() -> new TfidfVectorizer().fitTransform(List.of()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("no texts");
    var rare = new VocabularyLimits().withMinTexts(5);
    assertThatThrownBy(() -> new TfidfVectorizer().withLimits(rare).fitTransform(List.of("aa bb")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("minTexts");
    assertThatThrownBy(() -> new CountVectorizer().withShortest(2).fit(TEXTS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("shortest");
  }
}
