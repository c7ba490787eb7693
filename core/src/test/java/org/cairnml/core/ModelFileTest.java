package org.cairnml.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cairnml.base.DataException;
import org.cairnml.base.FormatException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void save() {
    file = folder.resolve("a.cairn");
    ModelFile.save(new FieldsHolder(sample()), file);
  }

  private static Fields sample() {
    return Fields.create()
        .set("age", 7)
        .set("w", new double[] {1, -0.0, Double.NaN})
        .setStrings("names", List.of("a", "\u00e9"));
  }

  private static void refuses(ThrowingCallable action, String... parts) {
    var thrown = assertThatThrownBy(action).isInstanceOf(FormatException.class);
    for (String part : parts) {
      thrown.hasMessageContaining(part);
    }
  }

  private Path bytes(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("b.cairn"), bytes);
  }

  @Test
  void loadsWhatWasSaved() throws IOException {
    Fields loaded = ModelFile.load(file, FieldsHolder.class).fields();
    assertThat(loaded.getInt("age")).isEqualTo(7);
    assertThat(loaded.getDoubles("w")).containsExactly(1, -0.0, Double.NaN);
    assertThat(loaded.getStrings("names")).containsExactly("a", "\u00e9");
    assertThat(ModelFile.load(new ByteArrayInputStream(Files.readAllBytes(file)), Object.class))
        .isInstanceOf(FieldsHolder.class);
  }

  @Test
  void theSameModelGivesTheSameBytes() {
    Path again = folder.resolve("again.cairn");
    ModelFile.save(new FieldsHolder(sample()), again);
    assertThat(again).hasSameBinaryContentAs(file);
  }

  @Test
  void everyFlippedBitIsFound() throws IOException {
    byte[] good = Files.readAllBytes(file);
    for (int i = 0; i < good.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] bad = good.clone();
        bad[i] ^= (byte) (1 << bit);
        refuses(() -> ModelFile.load(new ByteArrayInputStream(bad), Object.class));
      }
    }
  }

  @Test
  void everyTruncationAndEveryExtraByteIsFound() throws IOException {
    byte[] good = Files.readAllBytes(file);
    for (int length = 0; length < good.length; length++) {
      Path cut = bytes(Arrays.copyOf(good, length));
      refuses(() -> ModelFile.load(cut), "b.cairn");
    }
    Path longer = bytes(Arrays.copyOf(good, good.length + 1));
    refuses(() -> ModelFile.load(longer), "b.cairn");
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    byte[] good = Files.readAllBytes(file);
    refuses(() -> ModelFile.load(bytes(new byte[0])), "b.cairn", "empty");
    refuses(
        () -> ModelFile.load(bytes("a,b\n1,2\n3,4\n".getBytes(StandardCharsets.UTF_8))),
        "no Cairn model file");
    refuses(() -> ModelFile.load(bytes(Arrays.copyOf(good, 60))), "truncated", "again");
    byte[] newer = good.clone();
    newer[8] = 2;
    refuses(() -> ModelFile.load(bytes(newer)), "version 2", "up to 1", "newer Cairn");
    refuses(() -> ModelFile.load(file, Model.class), "a.cairn", "test.fields", "Model");
    assertThatThrownBy(() -> ModelFile.load(folder.resolve("none.cairn")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("none.cairn");
    assertThatThrownBy(() -> ModelFile.load(folder)).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> ModelFile.save("text", file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("String");
  }

  @Test
  void aModelThatCannotBeWrittenLeavesTheOldFile() throws IOException {
    byte[] good = Files.readAllBytes(file);
    Fields bad = Fields.create().set("text", "\ud800");
    assertThatThrownBy(() -> ModelFile.save(new FieldsHolder(bad), file))
        .isInstanceOf(DataException.class);
    assertThat(file).hasBinaryContent(good);
  }

  @Test
  void anUnknownTypeNamesTheKnownOnes() throws IOException {
    refuses(
        () -> ModelFile.load(content(cbor -> model(cbor, "no.such", 1))), "no.such", "test.fields");
  }

  @Test
  void whateverACodecThrowsIsAFormatException() throws IOException {
    refuses(() -> ModelFile.load(content(cbor -> model(cbor, "test.fields", -5))), "age -5");
  }

  @Test
  void contentThatIsSignedButStrangeIsRefused() throws Exception {
    refuses(() -> ModelFile.load(content(cbor -> cbor.writeNumber(1))), "map");
    refuses(() -> ModelFile.load(content(cbor -> {})), "map");
    refuses(
        () ->
            ModelFile.load(
                content(
                    cbor -> {
                      cbor.writeStartObject();
                      cbor.writeNumberField("model", 1);
                      cbor.writeEndObject();
                    })),
        "'model'");
    refuses(
        () ->
            ModelFile.load(
                content(
                    cbor -> {
                      model(cbor, "test.fields", 1);
                      cbor.writeNumber(1);
                    })),
        "after");
    byte[] deep = new byte[100_000];
    Arrays.fill(deep, (byte) 0x81);
    refuses(() -> ModelFile.load(signed(deep)));
    refuses(() -> ModelFile.load(signed(mapOf("model", 0x5b, 0, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff))));
    refuses(() -> ModelFile.load(signed(mapOf("model", 0x5a, 0x7f, 0xff, 0xff, 0xff, 1, 2))));
    refuses(() -> ModelFile.load(signed(mapOf("model", 0x7b, 0, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff))));
    refuses(() -> ModelFile.load(signed(mapOf("model", 0x9b, 0, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff))));
    refuses(() -> ModelFile.load(signed(mapOf("model", 0xd8, 86, 0x43, 1, 2, 3))), "multiple of 8");
    refuses(() -> ModelFile.load(signed(mapOf("model", 0xd8, 99, 0x41, 1))), "tag 99");
    refuses(() -> ModelFile.load(signed(mapOf("model", 0xf6))), "'model'");
    refuses(() -> ModelFile.load(signed(mapOf("model", 0xc2, 0x49, 1, 2, 3, 4, 5, 6, 7, 8, 9))));
  }

  private interface Body {
    void write(CBORGenerator cbor) throws IOException;
  }

  private static void model(CBORGenerator cbor, String type, int age) throws IOException {
    cbor.writeStartObject();
    cbor.writeFieldName("model");
    cbor.writeStartObject();
    cbor.writeStringField("type", type);
    cbor.writeFieldName("fields");
    cbor.writeStartObject();
    cbor.writeNumberField("age", age);
    cbor.writeEndObject();
    cbor.writeEndObject();
    cbor.writeEndObject();
  }

  private Path content(Body body) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CBORGenerator cbor = new CBORFactory().createGenerator(out)) {
      body.write(cbor);
    }
    return signed(out.toByteArray());
  }

  private static byte[] mapOf(String name, int... value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0xa1);
    out.write(0x60 + name.length());
    out.writeBytes(name.getBytes(StandardCharsets.UTF_8));
    for (int b : value) {
      out.write(b);
    }
    return out.toByteArray();
  }

  private Path signed(byte[] content) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(ModelFile.header(ModelFile.FORMAT_VERSION));
    out.write(content);
    out.write(MessageDigest.getInstance("SHA-256").digest(out.toByteArray()));
    return bytes(out.toByteArray());
  }
}
