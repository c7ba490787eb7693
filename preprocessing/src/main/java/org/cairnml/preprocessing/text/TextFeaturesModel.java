package org.cairnml.preprocessing.text;

import java.util.List;

/** Computes the numbers that {@link TextFeatures} names. */
public final class TextFeaturesModel implements TextModel {

  private static final List<String> NAMES =
      List.of("characters", "words", "exclamation marks", "digits", "upper-case share");

  TextFeaturesModel() {}

  @Override
  public List<String> names() {
    return NAMES;
  }

  @Override
  public void transformInto(String text, double[] out, int at) {
    int[] points = text == null ? new int[0] : text.codePoints().toArray();
    int words = 0;
    int exclamationMarks = 0;
    int digits = 0;
    int letters = 0;
    int upperCase = 0;
    boolean inWord = false;
    for (int point : points) {
      boolean wasInWord = inWord;
      inWord = Cutter.isInWord(point);
      words += inWord && !wasInWord ? 1 : 0;
      exclamationMarks += point == '!' ? 1 : 0;
      digits += Character.isDigit(point) ? 1 : 0;
      letters += Character.isLetter(point) ? 1 : 0;
      upperCase += Character.isLetter(point) && Character.isUpperCase(point) ? 1 : 0;
    }
    out[at] = points.length;
    out[at + 1] = words;
    out[at + 2] = exclamationMarks;
    out[at + 3] = digits;
    out[at + 4] = letters == 0 ? 0 : (double) upperCase / letters;
  }

  @Override
  public String toString() {
    return "TextFeaturesModel" + NAMES;
  }
}
