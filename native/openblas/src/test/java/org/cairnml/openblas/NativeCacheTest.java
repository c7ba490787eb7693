package org.cairnml.openblas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.cairnml.linalg.Backends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the native library is unpacked when the home folder cannot be written. */
class NativeCacheTest {

  @TempDir private Path folder;

  /** Says what is in use. */
  public static void main(String[] args) {
    System.out.println("in use: " + Backends.get().name());
  }

  /** A file where the folder should be cannot be written to by anyone, root included. */
  private String run(String... options) throws IOException, InterruptedException {
    Path home = Files.writeString(folder.resolve("home"), "not a folder");
    return ChildJvm.run(
        NativeCacheTest.class,
        Stream.concat(
                Stream.of("-Duser.home=" + home, "-Djava.io.tmpdir=" + home), Stream.of(options))
            .toArray(String[]::new));
  }

  @Test
  void anotherFolderCanBeNamed() throws Exception {
    Path cache = folder.resolve("cache");
    assertThat(run("-Dorg.bytedeco.javacpp.cachedir=" + cache)).contains("in use: openblas");
    assertThat(cache).isNotEmptyDirectory();
  }

  @Test
  void withoutAnyFolderTheBackendInJavaServesAndTheLogSaysWhy() throws Exception {
    assertThat(run()).contains("in use: s").contains("org.bytedeco.javacpp.cachedir");
  }
}
