package org.cairnml.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the pages of the guide, and the README, as they stand. */
class GuideTest {

  private static final Path ROOT = Path.of(System.getProperty("cairn.root"));

  static List<Path> pages() throws IOException {
    try (Stream<Path> guide = Files.list(ROOT.resolve("docs/guide"))) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), guide)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everySnippetRunsAndPrintsWhatThePageSays(Path page) throws IOException {
    try (var session = new GuideSession(ROOT)) {
      for (GuideSnippet snippet : GuideSnippet.of(Files.readString(page))) {
        String printed = session.run(snippet.code());
        snippet
            .output()
            .ifPresent(
                expected ->
                    assertThat(printed.strip())
                        .as("what %s prints, line %d", page.getFileName(), snippet.line())
                        .isEqualTo(expected.strip()));
      }
    }
  }

  @Test
  void aSnippetThatFailsIsFound() {
    try (var session = new GuideSession(ROOT)) {
      assertThat(session.run("System.out.print(6 * 7)")).isEqualTo("42");
      assertThatThrownBy(() -> session.run("noSuchName()"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("noSuchName");
      assertThatThrownBy(() -> session.run("throw new IllegalStateException(\"seen\")"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("seen");
    }
  }
}
