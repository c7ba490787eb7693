package org.cairnml.preprocessing.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.preprocessing.text.WordIndexModel.End;
import org.junit.jupiter.api.Test;

/** The conventions of Keras 2, worked out by hand from its documentation. */
class WordIndexTest {

  private static final List<String> TEXTS =
      Arrays.asList("I love my dog", "I love my cat!", null, "You love my dog; don't you?");

  @Test
  void frequentWordsComeFirstAndEqualsInOrder() {
    assertThat(new WordIndex().fit(TEXTS).words())
        .containsExactly("love", "my", "i", "dog", "you", "cat", "don't");
    assertThat(new WordIndex().withLowercase(false).fit(TEXTS).words())
        .containsExactly("love", "my", "I", "dog", "cat", "You", "don't", "you");
  }

  @Test
  void unknownWordsAreLeftOutOrHaveNumberOne() {
    assertThat(new WordIndex().fit(TEXTS).sequence("My zebra, my dog")).containsExactly(2, 2, 4);
    WordIndexModel model = new WordIndex().withUnknownToken("<unknown>").fit(TEXTS);
    assertThat(model.sequence("My zebra, my dog")).containsExactly(3, 1, 3, 5);
    assertThat(model.number("zebra")).isEmpty();
    assertThat(model.number("love")).hasValue(2);
  }

  @Test
  void numbersStayBelowTheLimit() {
    WordIndexModel model = new WordIndex().withMaxWords(4).fit(TEXTS);
    assertThat(model.words()).containsExactly("love", "my", "i");
    WordIndexModel unknown = new WordIndex().withMaxWords(4).withUnknownToken("?").fit(TEXTS);
    assertThat(unknown.sequence("I love my dog")).containsExactly(1, 2, 3, 1);
  }

  @Test
  void sequencesArePaddedAndCutAtEitherEnd() {
    WordIndexModel model = new WordIndex().fit(TEXTS);
    List<String> texts = Arrays.asList("my cat", "I love my dog", null);
    assertThat(model.sequences(texts, 3))
        .isDeepEqualTo(new int[][] {{0, 2, 6}, {1, 2, 4}, {0, 0, 0}});
    assertThat(model.sequences(texts, 3, End.END, End.END))
        .isDeepEqualTo(new int[][] {{2, 6, 0}, {3, 1, 2}, {0, 0, 0}});
    assertThat(model.sequences(texts, 3, End.END, End.BEGINNING)[1]).containsExactly(1, 2, 4);
    assertThatThrownBy(() -> model.sequences(texts, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("length");
  }

  @Test
  void theSavedModelDoesTheSame() {
    var codec = new WordIndexModelCodec();
    WordIndexModel model = new WordIndex().withUnknownToken("?").fit(TEXTS);
    WordIndexModel again = codec.read(codec.write(model));
    assertThat(again.sequences(TEXTS, 5)).isDeepEqualTo(model.sequences(TEXTS, 5));
    Fields twice =
        Fields.create()
            .setStrings("words", List.of("a", "a"))
            .set("unknownFirst", false)
            .set("lowercase", true);
    assertThatThrownBy(() -> codec.read(twice))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("twice");
  }

  @Test
  void nothingToNumberIsRefused() {
    assertThatThrownBy(() -> new WordIndex().fit(List.of("", "!?")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("2 texts");
    assertThatThrownBy(() -> new WordIndex().withMaxWords(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("maxWords");
  }
}
