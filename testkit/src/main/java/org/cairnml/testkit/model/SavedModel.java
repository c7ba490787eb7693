package org.cairnml.testkit.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.cairnml.core.ModelFile;

/** Models as the bytes of their files. */
public final class SavedModel {
  // The layout of a file: 8 bytes of magic, 4 bytes of version, the content, 32 bytes of SHA-256.

  private static final int VERSION_AT = 8;
  private static final int CONTENT_AT = 12;
  private static final int CHECKSUM = 32;

  private SavedModel() {}

  /** The file of a model. */
  public static byte[] bytes(Object model) {
    try {
      Path file = Files.createTempFile("model", ".cairn");
      try {
        ModelFile.save(model, file);
        return Files.readAllBytes(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The model of a file. */
  public static <T> T load(byte[] file, Class<T> type) {
    return ModelFile.load(new ByteArrayInputStream(file), type);
  }

  /** The model that is read back from the file of a model. */
  public static <T> T copy(T model) {
    @SuppressWarnings("unchecked")
    Class<T> type = (Class<T>) model.getClass();
    return load(bytes(model), type);
  }

  /** The same file with one byte of its content changed and the checksum made to fit. */
  static byte[] tampered(byte[] file, int at, byte value) {
    byte[] changed = file.clone();
    changed[CONTENT_AT + at] = value;
    return signed(changed);
  }

  /** The same file as if from format version {@code version}, with a checksum that fits. */
  static byte[] ofVersion(byte[] file, int version) {
    byte[] changed = file.clone();
    ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(VERSION_AT, version);
    return signed(changed);
  }

  /** How many bytes of content a file has. */
  static int contentLength(byte[] file) {
    return file.length - CONTENT_AT - CHECKSUM;
  }

  private static byte[] signed(byte[] file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(file, 0, file.length - CHECKSUM);
      byte[] sum = digest.digest();
      byte[] result = Arrays.copyOf(file, file.length);
      System.arraycopy(sum, 0, result, file.length - CHECKSUM, CHECKSUM);
      return result;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
