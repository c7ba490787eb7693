package org.cairnml.docs;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * A JShell that has run its own imports and those of {@code cairn.jsh}, in the root folder of the
 * project.
 */
final class GuideSession implements AutoCloseable {

  /** What the tool jshell imports by itself. */
  private static final String JSHELL_IMPORTS =
      Stream.of(
              "java.io",
              "java.math",
              "java.net",
              "java.nio.file",
              "java.util",
              "java.util.concurrent",
              "java.util.function",
              "java.util.prefs",
              "java.util.regex",
              "java.util.stream")
          .map(name -> "import " + name + ".*;")
          .collect(Collectors.joining("\n"));

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final JShell shell;

  GuideSession(Path root) {
    shell =
        JShell.builder()
            .out(new PrintStream(printed, true, StandardCharsets.UTF_8))
            .err(new PrintStream(printed, true, StandardCharsets.UTF_8))
            .remoteVMOptions(System.getProperty("cairn.vector.flag"), "-Dstdout.encoding=UTF-8")
            .build();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      shell.addToClasspath(entry);
    }
    run(JSHELL_IMPORTS);
    run(imports(root));
  }

  private static String imports(Path root) {
    try {
      return Files.readAllLines(root.resolve("cairn.jsh")).stream()
          .filter(line -> line.startsWith("import "))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs the code; returns what it printed. */
  String run(String code) {
    printed.reset();
    String rest = code;
    while (!rest.isBlank()) {
      CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      if (info.source() == null) {
        throw new AssertionError("not a whole statement:\n" + rest);
      }
      shell.eval(info.source()).forEach(this::check);
      rest = info.remaining();
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private void check(SnippetEvent event) {
    if (event.status() == Snippet.Status.REJECTED) {
      List<String> reasons =
          shell.diagnostics(event.snippet()).map(d -> d.getMessage(null)).toList();
      throw new AssertionError(event.snippet().source() + "\n" + reasons);
    }
    if (event.exception() != null) {
      throw new AssertionError(
          event.snippet().source() + "\n" + event.exception() + "\n" + printed, event.exception());
    }
  }

  @Override
  public void close() {
    shell.close();
  }
}
