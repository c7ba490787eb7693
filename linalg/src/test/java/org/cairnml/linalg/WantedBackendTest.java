package org.cairnml.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cairnml.base.BackendException;
import org.junit.jupiter.api.Test;

/** What a JVM does that was told to use a backend which is not there. */
class WantedBackendTest {

  /** Asks twice, since a failure in a static initializer looks different the second time. */
  static final class AskTwice {
    public static void main(String[] args) {
      for (int i = 0; i < 2; i++) {
        try {
          System.out.println(Backends.get().name());
        } catch (BackendException e) {
          System.out.println("refused: " + e.getMessage());
        }
      }
    }
  }

  private static String ask(String... options) throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(AskTwice.class.getName());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }

  @Test
  void anUnknownBackendIsRefusedAtEveryUse() throws Exception {
    assertThat(ask("-Dcairn.backend=abacus").lines().toList())
        .hasSize(2)
        .allMatch(line -> line.startsWith("refused: ") && line.contains("abacus"));
  }

  @Test
  void simdWithoutItsModuleIsRefusedWithTheCure() throws Exception {
    assertThat(ask("-Dcairn.backend=simd").lines().toList())
        .hasSize(2)
        .allMatch(line -> line.startsWith("refused: ") && line.contains("--add-modules"));
  }

  @Test
  void autoFallsBack() throws Exception {
    assertThat(ask()).contains("scalar");
  }
}
