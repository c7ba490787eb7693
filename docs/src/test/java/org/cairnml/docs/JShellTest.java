package org.cairnml.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import jdk.jshell.tool.JavaShellToolBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tool jshell, started as {@code cairn.jsh} says. */
class JShellTest {

  @TempDir Path folder;

  @Test
  void theStartUpScriptMakesASessionThatTrains() throws Exception {
    Path root = Path.of(System.getProperty("cairn.root"));
    Path jar = root.resolve("cli/target/cairn.jar");
    assumeTrue(Files.exists(jar), "the program is not built yet: mvn verify builds it first");
    Path session =
        Files.writeString(
            folder.resolve("session.jsh"),
            """
            Table t = Csv.read(Path.of("%s"))
            var model = Pipeline.auto("species", new RandomForestClassifier()).fit(t)
            System.out.println("accuracy above 0.9: " + (model.evaluate(t).metrics().get("accuracy") > 0.9))
            Vector v = Vector.of(1, 2)
            System.out.println("length " + v.norm2() * v.norm2())
            /exit
            """
                .formatted(root.resolve("data/penguins.csv")));
    assertThat(jshell(jar, root.resolve("cairn.jsh"), session))
        .contains("accuracy above 0.9: true")
        .contains("length 5.0")
        .doesNotContainIgnoringCase("error");
  }

  private String jshell(Path jar, Path... scripts) throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of("-R" + System.getProperty("cairn.vector.flag")));
    arguments.addAll(List.of("--class-path", jar.toString()));
    for (Path script : scripts) {
      arguments.add(script.toString());
    }
    var printed = new ByteArrayOutputStream();
    var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    JavaShellToolBuilder.builder()
        .persistence(new HashMap<>())
        .in(new ByteArrayInputStream(new byte[0]), null)
        .out(out)
        .err(out)
        .run(arguments.toArray(String[]::new));
    return printed.toString(StandardCharsets.UTF_8);
  }
}
