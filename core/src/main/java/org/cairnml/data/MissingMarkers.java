package org.cairnml.data;

import java.util.List;

/** Recognizes the texts that stand for a missing value. */
final class MissingMarkers {

  private final char[][] markers;
  private final boolean[] startsOne = new boolean[128];
  private boolean startsBeyondAscii;

  MissingMarkers(List<String> texts) {
    markers =
        texts.stream()
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(String::toCharArray)
            .toArray(char[][]::new);
    for (char[] marker : markers) {
      if (marker[0] < startsOne.length) {
        startsOne[marker[0]] = true;
      } else {
        startsBeyondAscii = true;
      }
    }
  }

  /** Whether a marker starts with a character. */
  boolean mayStartWith(char first) {
    return first < startsOne.length ? startsOne[first] : startsBeyondAscii;
  }

  /** Whether the characters, which do not begin or end with a blank, are a marker. */
  boolean contains(char[] buffer, int from, int to) {
    if (!mayStartWith(buffer[from])) {
      return false;
    }
    for (char[] marker : markers) {
      if (marker.length == to - from && matches(marker, buffer, from)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(char[] marker, char[] buffer, int from) {
    for (int i = 0; i < marker.length; i++) {
      if (buffer[from + i] != marker[i]) {
        return false;
      }
    }
    return true;
  }
}
