package org.cairnml.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.cairnml.base.DataException;

/**
 * A text file, gzipped or not, that can be read more than once.
 *
 * @param name what messages call it
 */
record TextSource(Path file, String name, Charset charset) {

  private static final int BUFFER = 1 << 16;

  /** Does something with a copy of a stream, which is then deleted. */
  static <T> T spooled(InputStream in, Charset charset, Function<TextSource, T> use) {
    try {
      Path copy = Files.createTempFile("cairn", ".csv");
      try {
        Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        return use.apply(new TextSource(copy, "the input", charset));
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      throw new DataException("cannot read the input: " + e.getMessage(), e);
    }
  }

  /** The characters from the start, after a byte order mark. Malformed ones are an error. */
  Reader open() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      if (startsWith(in, 0x1F, 0x8B)) {
        in = new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER);
      }
      Charset actual = charset;
      if (startsWith(in, 0xEF, 0xBB, 0xBF)) {
        actual = StandardCharsets.UTF_8;
        in.skipNBytes(3);
      } else if (startsWith(in, 0xFE, 0xFF)) {
        actual = StandardCharsets.UTF_16BE;
        in.skipNBytes(2);
      } else if (startsWith(in, 0xFF, 0xFE)) {
        actual = StandardCharsets.UTF_16LE;
        in.skipNBytes(2);
      }
      return new InputStreamReader(
          in,
          actual
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT));
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static boolean startsWith(InputStream in, int... bytes) throws IOException {
    in.mark(bytes.length);
    boolean equal = true;
    for (int b : bytes) {
      equal = equal && in.read() == b;
    }
    in.reset();
    return equal;
  }

  /** What to tell the user about a failure to read. */
  DataException failure(Exception thrown, long line) {
    Throwable e = thrown instanceof UncheckedIOException unchecked ? unchecked.getCause() : thrown;
    String place = line > 0 ? name + ", at or after line " + line : name;
    if (e instanceof NoSuchFileException) {
      return new DataException("there is no file " + name + "; check the path", e);
    }
    if (e instanceof AccessDeniedException) {
      return new DataException("cannot read " + name + ": permission denied", e);
    }
    if (e instanceof CharacterCodingException) {
      return new DataException(
          place
              + ": bytes that are not "
              + charset
              + "; convert the file to UTF-8, often from windows-1252 (in Java: withCharset(...))",
          e);
    }
    if (e instanceof EOFException || e instanceof ZipException) {
      return new DataException(
          place + ": the gzip data are truncated or damaged; fetch the file again", e);
    }
    if (Files.isDirectory(file)) {
      return new DataException("cannot read " + name + ": it is a folder; name a file", e);
    }
    return new DataException("cannot read " + place + ": " + e.getMessage(), e);
  }
}
