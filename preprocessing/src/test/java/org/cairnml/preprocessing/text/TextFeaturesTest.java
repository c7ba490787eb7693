package org.cairnml.preprocessing.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextFeaturesTest {

  private final TextFeaturesModel model = new TextFeatures().fit(List.of());

  @Test
  void countsWhatATextShows() {
    assertThat(model.transform("WIN 1000 now!! Ж")).containsExactly(16, 4, 2, 4, 4.0 / 7);
    assertThat(model.transform("\uD83D\uDE00!")).containsExactly(2, 0, 1, 0, 0);
    assertThat(model.names()).hasSize(5);
  }

  @Test
  void missingTextsAreZeros() {
    assertThat(model.transform(Arrays.asList("", null)).data()).containsOnly(0);
  }

  @Test
  void theSavedModelDoesTheSame() {
    var codec = new TextFeaturesModelCodec();
    TextFeaturesModel again = codec.read(codec.write(model));
    assertThat(again.transform(TextTest.TEXTS)).isEqualTo(model.transform(TextTest.TEXTS));
  }

  @Test
  void domainsOfAddresses() {
    assertThat(EmailDomain.of("Ann.Lee@Mail.Example.ORG")).contains("mail.example.org");
    assertThat(EmailDomain.of(" Ann <ann@example.org> ")).contains("example.org");
    assertThat(EmailDomain.of("\"a@b\"@example.org")).contains("example.org");
    for (String bad :
        Arrays.asList(null, "", "ann", "@example.org", "ann@", "ann@.org", "ann@a b", ">", "a@>")) {
      assertThat(EmailDomain.of(bad)).as("%s", bad).isEmpty();
    }
  }

  @Test
  void sentences() {
    assertThat(Sentences.split("It rained. Did it? Yes!  We stayed", Locale.ENGLISH))
        .containsExactly("It rained.", "Did it?", "Yes!", "We stayed");
    assertThat(Sentences.split("Шёл дождь. Мы остались дома!", Locale.forLanguageTag("ru")))
        .containsExactly("Шёл дождь.", "Мы остались дома!");
    assertThat(Sentences.split("  ", Locale.ENGLISH)).isEmpty();
    assertThat(Sentences.split(null, Locale.ENGLISH)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void stopWordsAreDistinctAndFolded(StopWords language) {
    assertThat(language.words())
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(50)
        .allSatisfy(word -> assertThat(word).isEqualTo(word.toLowerCase(Locale.ROOT)));
  }

  @Test
  void stopWordsAreLeftOut() {
    var vectorizer = new CountVectorizer().withStopWords(StopWords.RUSSIAN.words());
    assertThat(vectorizer.fit(List.of("Кот сидел на ковре, а собака не сидела.")).terms())
        .containsExactly("ковре", "кот", "не", "сидел", "сидела", "собака");
    assertThat(
            new TfidfVectorizer()
                .withStopWords(StopWords.ENGLISH.words())
                .fit(TextTest.TEXTS)
                .terms())
        .contains("cat")
        .doesNotContain("the", "on");
  }
}
