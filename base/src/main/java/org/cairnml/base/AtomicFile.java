package org.cairnml.base;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Files that are there whole or not at all: content is written to a file beside the target, forced
 * to the disk, and moved into place. What was there before stays until the move, and stays for good
 * if writing fails.
 */
public final class AtomicFile {

  private static final AtomicLong COUNTER = new AtomicLong();

  private AtomicFile() {}

  /** What writes a file. */
  @FunctionalInterface
  public interface Content {

    /** Writes everything; the stream is buffered. Closing it is allowed and not needed. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file, replacing the one that is there. A target that exists and is no regular file,
   * such as a pipe, is written directly.
   *
   * @throws DataException if the path cannot be written, saying why
   */
  public static void write(Path target, Content content) {
    try {
      if (Files.isDirectory(target)) {
        throw new DataException("cannot write " + target + ": it is a folder; name a file");
      }
      if (Files.exists(target) && !Files.isRegularFile(target)) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
          content.writeTo(out);
        }
        return;
      }
      Path real = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
      requireFolder(target, real.getParent());
      writeAside(real, content);
    } catch (IOException e) {
      throw new DataException("cannot write " + target + ": " + reason(e), e);
    }
  }

  private static void requireFolder(Path target, Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new DataException(
          "cannot write " + target + ": there is no folder " + folder + "; create it first");
    }
  }

  private static void writeAside(Path target, Content content) throws IOException {
    Path aside =
        target.resolveSibling(
            target.getFileName()
                + "."
                + ProcessHandle.current().pid()
                + "-"
                + COUNTER.incrementAndGet()
                + ".part");
    try {
      try (FileChannel channel =
          FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        OutputStream out = new StaysOpen(Channels.newOutputStream(channel));
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      move(aside, target);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static void move(Path aside, Path target) throws IOException {
    try {
      Files.move(
          aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied; choose another folder or change its permissions";
    }
    return e.getMessage() == null ? e.toString() : e.getMessage() + "; check the disk and the path";
  }

  /** Closing only flushes, since the bytes are still to be forced to the disk. */
  private static final class StaysOpen extends BufferedOutputStream {

    StaysOpen(OutputStream out) {
      super(out, 1 << 16);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
