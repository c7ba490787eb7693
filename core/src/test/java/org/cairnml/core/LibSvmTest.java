package org.cairnml.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cairnml.base.DataException;
import org.cairnml.linalg.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibSvmTest {

  @TempDir Path folder;

  private Dataset read(String text) throws IOException {
    return LibSvm.read(Files.writeString(folder.resolve("data.svm"), text));
  }

  private void refuses(String text, String... parts) {
    var thrown = assertThatThrownBy(() -> read(text)).isInstanceOf(DataException.class);
    for (String part : parts) {
      thrown.hasMessageContaining(part);
    }
  }

  @Test
  void targetsGroupsAndSparseValues() throws IOException {
    Dataset data = read("# a comment\n1 qid:7 1:0.5 3:2 # end\n\n-1.5 qid:8 2:1e-3\n");
    assertThat(data.x()).isEqualTo(Matrix.of(new double[][] {{0.5, 0, 2}, {0, 1e-3, 0}}));
    assertThat(data.schema().names()).containsExactly("f1", "f2", "f3");
    assertThat(data.target()).containsExactly(1, -1.5);
    assertThat(data.groups()).hasValue(new int[] {7, 8});
  }

  @Test
  void indicesMayBeginWithZero() throws IOException {
    Dataset data = read("1 0:5\n0 1:6\n");
    assertThat(data.x()).isEqualTo(Matrix.of(new double[][] {{5, 0}, {0, 6}}));
    assertThat(data.groups()).isEmpty();
  }

  @Test
  void aTestFileHasTheColumnsOfTraining() throws IOException {
    Schema columns = read("1 1:5 3:1\n").schema();
    Path test = Files.writeString(folder.resolve("test.svm"), "1 2:7\n");
    assertThat(LibSvm.read(test, columns).x()).isEqualTo(Matrix.of(new double[][] {{0, 7, 0}}));
    assertThat(LibSvm.readSparse(test, columns).sparse().toDense())
        .isEqualTo(LibSvm.read(test, columns).x());
    Schema fromZero = read("1 0:5 2:1\n").schema();
    assertThat(LibSvm.read(test, fromZero).x()).isEqualTo(Matrix.of(new double[][] {{0, 0, 7}}));
    Path wide = Files.writeString(folder.resolve("wide.svm"), "1 2:7 4:1\n");
    assertThatThrownBy(() -> LibSvm.read(wide, columns))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("wide.svm", "index 4", "f1 to f3");
    assertThatThrownBy(() -> LibSvm.read(test, Schema.numeric("a", "b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("f1 to f2");
  }

  @Test
  void badLines() {
    refuses("", "data.svm", "no values");
    refuses("1 1:2\nx 1:2\n", "line 2", "'x'");
    refuses("1 1\n", "line 1", "'1'", "index:value");
    refuses("1 2:1 1:1\n", "line 1", "ascend");
    refuses("1 -2:1\n", "line 1", "negative");
    refuses("1 1:y\n", "line 1", "'y'");
    refuses("1 qid:1 1:1\n1 1:1\n", "line 2", "no qid");
    refuses("1 1:1\n1 2000000000:1\n", "line 2", "index 2000000000", "heap");
    refuses("1 1000000:1\n".repeat(2200), "too large", "2200 x 1000000", "readSparse");
    refuses("1 1:1\nNaN 1:1\n", "line 2", "the target is missing");
    refuses("1 1:1\n1e999 1:1\n", "line 2", "the target is '1e999'");
    refuses("1 1:1 2:-Infinity\n", "line 1", "index 2", "-Infinity");
    assertThatThrownBy(() -> LibSvm.read(folder.resolve("none")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("no file");
  }
}
