package org.cairnml.preprocessing.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StemmingTest {

  /** From the samples of vocabularies on snowballstem.org, English (Porter2) and Russian. */
  @ParameterizedTest
  @CsvSource({
    "ENGLISH, consigned consigning consignment, consign",
    "ENGLISH, knightly, knight",
    "ENGLISH, consolations consolation, consol",
    "RUSSIAN, важная важнее важнейшие, важн",
    "RUSSIAN, вагоне вагонов вагоны, вагон",
    "RUSSIAN, падаль, падал"
  })
  void wordsOfAStemAreOneTerm(Stemming language, String words, String stem) {
    TermModel model = new CountVectorizer().withStemming(language).fit(List.of(words));
    assertThat(model.terms()).containsExactly(stem);
    assertThat(model.transform(words)).containsExactly(words.split(" ").length);
  }

  @ParameterizedTest
  @EnumSource(Stemming.class)
  void everyLanguageLeavesTermsAndIsSavedWithThem(Stemming language) {
    List<String> texts = List.of("Connected connections, luxuriating in parks", "вагоны стоят");
    TermModel model = new TfidfVectorizer().withStemming(language).withLongest(2).fit(texts);
    assertThat(model.terms()).isNotEmpty().noneMatch(String::isBlank);
    var codec = new TermModelCodec();
    assertThat(codec.read(codec.write(model)).transform(texts)).isEqualTo(model.transform(texts));
  }

  @Test
  void stopWordsAreLookedUpBeforeStemming() {
    var vectorizer =
        new CountVectorizer().withStemming(Stemming.ENGLISH).withStopWords(List.of("parking"));
    assertThat(vectorizer.fit(List.of("parking parks")).transform("parks parking parked"))
        .containsExactly(2);
  }

  @Test
  void onlyWordsHaveStems() {
    var vectorizer = new CountVectorizer().withTerms(Terms.CHARACTERS);
    assertThatThrownBy(() -> vectorizer.withStemming(Stemming.RUSSIAN).fit(List.of("слова")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CHARACTERS");
  }
}
