package org.cairnml.preprocessing.text;

import java.util.List;

/**
 * Simple numbers of a text: {@code characters} (code points), {@code words} (as {@link Terms#WORDS}
 * cuts them, but of one letter too), {@code exclamation marks}, {@code digits}, and {@code
 * upper-case share} (upper-case letters as a share of all letters, 0 without letters). Nothing is
 * learnt.
 */
public record TextFeatures() implements TextVectorizer {

  @Override
  public TextFeaturesModel fit(List<String> texts) {
    return new TextFeaturesModel();
  }
}
