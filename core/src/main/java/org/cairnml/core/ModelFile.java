package org.cairnml.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Properties;
import org.cairnml.base.AtomicFile;
import org.cairnml.base.DataException;
import org.cairnml.base.FormatException;

/**
 * Models to and from files. Whatever has a {@link ModelCodec} can be saved; no class named in a
 * file is ever loaded.
 *
 * <p>A file starts with the bytes 89 43 41 49 52 4E 0D 0A and the format version (4 bytes,
 * little-endian), then come the fields of the model as CBOR, and the SHA-256 of all that. It is
 * described for readers in other languages in {@code docs/model-file.md}. The same model gives the
 * same bytes.
 */
public final class ModelFile {

  /** The format version that is written, and the highest that can be read. */
  public static final int FORMAT_VERSION = 1;

  private static final byte[] MAGIC = {(byte) 0x89, 'C', 'A', 'I', 'R', 'N', '\r', '\n'};
  private static final int HEADER = MAGIC.length + Integer.BYTES;
  private static final int CHECKSUM = 32;

  private ModelFile() {}

  /**
   * Saves a model. The file is there whole or not at all; one of that name is replaced.
   *
   * @throws IllegalArgumentException if the model has no codec
   * @throws DataException if the path cannot be written
   */
  public static void save(Object model, Path file) {
    Fields content = Fields.create().set("cairn", version()).set("model", ModelCodecs.write(model));
    AtomicFile.write(file, out -> write(content, out));
  }

  /** Writes a file of these fields. */
  static void write(Fields content, OutputStream out) throws IOException {
    MessageDigest digest = sha256();
    DigestOutputStream digesting = new DigestOutputStream(out, digest);
    digesting.write(header(FORMAT_VERSION));
    FieldsCbor.write(content, digesting);
    digesting.flush();
    out.write(digest.digest());
  }

  static byte[] header(int version) {
    return ByteBuffer.allocate(HEADER)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .putInt(version)
        .array();
  }

  /**
   * Loads a model.
   *
   * @throws DataException if the file cannot be read
   * @throws FormatException if it is no model file, damaged, or of a newer version or unknown type
   */
  public static Object load(Path file) {
    return load(file, Object.class);
  }

  /**
   * Loads a model of a type.
   *
   * @throws DataException if the file cannot be read
   * @throws FormatException if it is no model file, damaged, of a newer version or another type
   */
  public static <T> T load(Path file, Class<T> type) {
    try (FileChannel channel = FileChannel.open(file)) {
      return load(
          file.toString(),
          channel.size(),
          () -> Channels.newInputStream(channel.position(0)),
          type);
    } catch (NoSuchFileException e) {
      throw new DataException("there is no file " + file + "; check the path", e);
    } catch (IOException e) {
      throw new DataException(
          "cannot read " + file + ": " + (Files.isDirectory(file) ? "it is a folder" : e), e);
    }
  }

  /**
   * Loads a model of a type from a stream, such as a resource, which is read to its end but not
   * closed.
   *
   * @throws DataException if the stream cannot be read
   * @throws FormatException if it is no model file, damaged, of a newer version or another type
   */
  public static <T> T load(InputStream in, Class<T> type) {
    try {
      byte[] bytes = in.readAllBytes();
      return load("the model", bytes.length, () -> new ByteArrayInputStream(bytes), type);
    } catch (IOException e) {
      throw new DataException("cannot read the model: " + e.getMessage(), e);
    }
  }

  /** Opens the bytes anew; who made it closes them. */
  private interface Source {
    InputStream open() throws IOException;
  }

  private static <T> T load(String name, long size, Source source, Class<T> type)
      throws IOException {
    try {
      checkHeader(source.open().readNBytes(HEADER));
      long content = size - HEADER - CHECKSUM;
      if (content < 0) {
        throw new FormatException("it ends too early; copy or save it again");
      }
      checkSum(source.open(), HEADER + content);
      return read(new Limited(source.open(), HEADER + content), type);
    } catch (FormatException e) {
      throw new FormatException(name + ": " + e.getMessage(), e);
    }
  }

  private static <T> T read(InputStream in, Class<T> type) {
    try {
      in.skipNBytes(HEADER);
      return ModelCodecs.read(FieldsCbor.read(in).getFields("model"), type);
    } catch (FormatException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new FormatException(
          "its content does not make a model (" + e.getMessage() + "); save it again", e);
    }
  }

  private static void checkHeader(byte[] start) {
    if (start.length == 0) {
      throw new FormatException("it is empty; copy or save it again");
    }
    int compared = Math.min(start.length, MAGIC.length);
    if (!Arrays.equals(start, 0, compared, MAGIC, 0, compared)) {
      throw new FormatException(
          "it is no Cairn model file, or was changed by a transfer in text mode; name a file that"
              + " was saved by Cairn");
    }
    if (start.length < HEADER) {
      throw new FormatException("it ends too early; copy or save it again");
    }
    int version = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getInt(MAGIC.length);
    if (version < 1 || version > FORMAT_VERSION) {
      throw new FormatException(
          "it has the format version "
              + Integer.toUnsignedString(version)
              + ", this Cairn reads versions up to "
              + FORMAT_VERSION
              + "; use a newer Cairn, or save the model with this one");
    }
  }

  private static void checkSum(InputStream in, long length) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[1 << 16];
    long left = length;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) {
        break;
      }
      digest.update(buffer, 0, read);
      left -= read;
    }
    if (left > 0 || !MessageDigest.isEqual(digest.digest(), in.readNBytes(CHECKSUM))) {
      throw new FormatException(
          "it is truncated or damaged, its checksum does not fit; copy or save it again");
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String version() {
    Properties properties = new Properties();
    try (InputStream in = ModelFile.class.getResourceAsStream("cairn.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new IllegalStateException("the Cairn jar is damaged", e);
    }
    return properties.getProperty("version");
  }

  /** A stream that ends early. */
  private static final class Limited extends InputStream {

    private final InputStream in;
    private long left;

    Limited(InputStream in, long length) {
      this.in = in;
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      int b = left > 0 ? in.read() : -1;
      left--;
      return b;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
      if (left <= 0) {
        return -1;
      }
      int read = in.read(target, offset, (int) Math.min(count, left));
      left -= Math.max(read, 0);
      return read;
    }
  }
}
