package org.cairnml.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of Java in a page.
 *
 * @param line the line that it starts on, from 1
 * @param code its text
 * @param output the fenced block of text right below it, which is what it prints
 */
record GuideSnippet(int line, String code, Optional<String> output) {

  private static final Pattern JAVA_THEN_TEXT =
      Pattern.compile("(?ms)^```java\\n(.*?)^```\\n(?:\\n*^```text\\n(.*?)^```$)?");

  /** All of a page, in order. */
  static List<GuideSnippet> of(String page) {
    List<GuideSnippet> snippets = new ArrayList<>();
    Matcher matcher = JAVA_THEN_TEXT.matcher(page);
    while (matcher.find()) {
      int line = (int) page.substring(0, matcher.start()).lines().count() + 1;
      snippets.add(new GuideSnippet(line, matcher.group(1), Optional.ofNullable(matcher.group(2))));
    }
    return snippets;
  }
}
