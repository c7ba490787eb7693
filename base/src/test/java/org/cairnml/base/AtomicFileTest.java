package org.cairnml.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir Path folder;

  @Test
  void replacesTheFileThatIsThere() throws IOException {
    Path file = folder.resolve("a.txt");
    AtomicFile.write(file, out -> out.write(1));
    AtomicFile.write(
        file,
        out -> {
          out.write(new byte[] {2, 3});
          out.close();
        });
    assertThat(file).hasBinaryContent(new byte[] {2, 3});
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "old");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(new byte[1 << 20]);
                      throw new IOException("no space left");
                    }))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("a.txt")
        .hasMessageContaining("no space left");
    assertThat(file).hasContent("old");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void pathsThatCannotBeWrittenSayWhy() throws IOException {
    assertThatThrownBy(() -> AtomicFile.write(folder, out -> {}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("folder");
    assertThatThrownBy(() -> AtomicFile.write(folder.resolve("no/a.txt"), out -> {}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("no folder")
        .hasMessageContaining("create");
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> AtomicFile.write(file.resolve("below"), out -> {}))
        .isInstanceOf(DataException.class);
  }
}
