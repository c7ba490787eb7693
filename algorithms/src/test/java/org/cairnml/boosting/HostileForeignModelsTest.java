package org.cairnml.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.cairnml.base.FormatException;
import org.cairnml.core.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files give a {@link FormatException}, or a model that can score. */
class HostileForeignModelsTest {

  private static final int MUTATIONS = 150;
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
  private static final List<String> WRONG =
      List.of(
          "-1",
          "0",
          "1",
          "-2",
          "7",
          "2147483647",
          "-2147483648",
          "99999999999999999999",
          "1e300",
          "-1e-300",
          "NaN",
          "inf",
          "\"x\"",
          "",
          "[]",
          "{}",
          "null",
          "true",
          "0.5",
          "1000000");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"softprob", "categories", "dart", "binary"})
  void damagedXgboostFiles(String name) throws IOException {
    damage("xgboost_" + name + ".json", XGBoostModel::read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"multiclass", "categories", "forest", "binary"})
  void damagedLightGbmFiles(String name) throws IOException {
    damage("lightgbm_" + name + ".txt", LightGbmModel::read);
  }

  private void damage(String name, Function<Path, Model> read) throws IOException {
    String text = Files.readString(ForeignFixture.file(name));
    Random random = new Random(5);
    damage(() -> mutate(text, random).getBytes(StandardCharsets.UTF_8), read);
  }

  private void damage(Supplier<byte[]> damaged, Function<Path, Model> read) throws IOException {
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      Path file = Files.write(folder.resolve("damaged"), damaged.get());
      try {
        Model model = read.apply(file);
        double[] row = new double[model.schema().width()];
        assertThat(ForeignFixture.predict(model, row, 1)).isNotEmpty();
      } catch (FormatException e) {
        assertThat(e).hasMessageContaining("damaged: ");
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"softprob", "categories", "dart"})
  void damagedBinaryXgboostFiles(String name) throws IOException {
    byte[] whole = Files.readAllBytes(ForeignFixture.file("xgboost_" + name + ".ubj"));
    Random random = new Random(6);
    damage(() -> mutate(whole, random), XGBoostModel::read);
  }

  private static byte[] mutate(byte[] whole, Random random) {
    if (random.nextInt(5) == 0) {
      return Arrays.copyOf(whole, random.nextInt(whole.length));
    }
    byte[] damaged = whole.clone();
    for (int k = 0; k < 3; k++) {
      damaged[2 + random.nextInt(damaged.length - 2)] = (byte) random.nextInt(256);
    }
    return damaged;
  }

  @Test
  void lengthsThatNothingFollowsAreRefused() throws IOException {
    byte[] most = {'L', 0, 0, 0, 0, 0x7f, -1, -1, -1};
    byte[] name = {'{', 'U', 1, 'a'};
    for (String start : List.of("[$d#", "[$Z#", "[$T#", "[#", "{#", "{$Z#", "S", "[$[#", "[$?#")) {
      var bytes = new ByteArrayOutputStream();
      bytes.write(name);
      bytes.write(start.getBytes(StandardCharsets.US_ASCII));
      bytes.write(most);
      Path file = Files.write(folder.resolve("long"), bytes.toByteArray());
      assertThatExceptionOfType(FormatException.class)
          .as(start)
          .isThrownBy(() -> XGBoostModel.read(file));
    }
    Path deep = Files.writeString(folder.resolve("deep"), "{U\u0001a" + "[".repeat(100_000));
    assertThatExceptionOfType(FormatException.class).isThrownBy(() -> XGBoostModel.read(deep));
  }

  private static String mutate(String text, Random random) {
    int at = random.nextInt(text.length());
    int to = Math.min(text.length(), at + 1 + random.nextInt(200));
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, at) + text.substring(to);
      case 1 -> text.substring(0, to) + text.substring(at);
      case 2 -> text.substring(0, at) + (char) random.nextInt(128) + text.substring(at + 1);
      case 3 -> swapNumbers(text, random);
      default -> replaceNumber(text, random);
    };
  }

  private static String replaceNumber(String text, Random random) {
    List<MatchResult> numbers = NUMBER.matcher(text).results().toList();
    MatchResult number = numbers.get(random.nextInt(numbers.size()));
    return text.substring(0, number.start())
        + WRONG.get(random.nextInt(WRONG.size()))
        + text.substring(number.end());
  }

  private static String swapNumbers(String text, Random random) {
    List<MatchResult> numbers = NUMBER.matcher(text).results().toList();
    int first = random.nextInt(numbers.size() - 20);
    MatchResult a = numbers.get(first);
    MatchResult b = numbers.get(first + 1 + random.nextInt(19));
    return text.substring(0, a.start())
        + b.group()
        + text.substring(a.end(), b.start())
        + a.group()
        + text.substring(b.end());
  }

  @ParameterizedTest
  @ValueSource(strings = {"xgboost_softprob.json", "lightgbm_categories.txt"})
  void cutFilesAreRefused(String name) throws IOException {
    String text = Files.readString(ForeignFixture.file(name));
    String end = name.endsWith("json") ? "}" : "end of trees";
    for (int length = 0; length < text.lastIndexOf(end); length += 97) {
      Path file = Files.writeString(folder.resolve("cut"), text.substring(0, length));
      assertThatExceptionOfType(FormatException.class)
          .isThrownBy(
              () -> {
                if (name.endsWith("json")) {
                  XGBoostModel.read(file);
                } else {
                  LightGbmModel.read(file);
                }
              });
    }
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 0, 3, (byte) 200});
    Path deep = Files.writeString(folder.resolve("deep"), "{\"a\":" + "[".repeat(100_000));
    Path empty = Files.writeString(folder.resolve("empty"), "");
    Path other = Files.writeString(folder.resolve("other"), "{\"a\": [1, 2, null]} ");
    for (Path file : List.of(binary, deep, empty, other)) {
      assertThatExceptionOfType(FormatException.class).isThrownBy(() -> XGBoostModel.read(file));
      assertThatExceptionOfType(FormatException.class).isThrownBy(() -> LightGbmModel.read(file));
    }
  }

  @Test
  void aNodeThatIsItsOwnAncestorIsRefused() throws IOException {
    String text = Files.readString(ForeignFixture.file("lightgbm_regression.txt"));
    Path file =
        Files.writeString(
            folder.resolve("cycle"), text.replaceFirst("left_child=\\S+", "left_child=0"));
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> LightGbmModel.read(file))
        .withMessageContaining("two parents");
  }
}
