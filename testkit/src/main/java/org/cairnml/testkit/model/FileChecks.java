package org.cairnml.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.cairnml.base.CairnException;
import org.cairnml.base.FormatException;
import org.cairnml.base.Seed;
import org.cairnml.core.ModelFile;
import org.junit.jupiter.api.Assertions;

/** What must come of damaged files of one model: a FormatException, and never anything else. */
public final class FileChecks {

  private static final int SAMPLES = 300;
  private static final Duration ENOUGH = Duration.ofSeconds(60);

  private FileChecks() {}

  /** Fails unless the file, cut off at any place, is refused. */
  public static void refusesTruncation(Object model) {
    byte[] file = SavedModel.bytes(model);
    int step = Math.max(1, file.length / SAMPLES);
    for (int length = 0; length < file.length; length += step) {
      refused(Arrays.copyOf(file, length), "cut to " + length + " bytes");
    }
    refused(Arrays.copyOf(file, file.length - 1), "without its last byte");
    refused(Arrays.copyOf(file, file.length + 1), "with a byte more");
  }

  /** Fails unless the file, with any byte changed, is refused. */
  public static void refusesDamage(Object model) {
    byte[] file = SavedModel.bytes(model);
    SplittableRandom random = Seed.of(31).generator();
    int step = Math.max(1, file.length / SAMPLES);
    for (int at = 0; at < file.length; at += step) {
      byte[] damaged = file.clone();
      damaged[at] ^= (byte) (1 + random.nextInt(255));
      refused(damaged, "with byte " + at + " changed");
    }
  }

  /** Fails unless a file of a newer format is refused with the cure. */
  public static void refusesNewerFormat(Object model) {
    int newer = ModelFile.FORMAT_VERSION + 1;
    byte[] file = SavedModel.ofVersion(SavedModel.bytes(model), newer);
    assertThatThrownBy(() -> SavedModel.load(file, Object.class))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("" + newer)
        .hasMessageContaining("newer");
  }

  /**
   * Fails unless each file whose content was changed and signed again either is refused or gives a
   * model that can be used: its codec must see that fields do not fit each other.
   *
   * @param use predicts with a model; may throw a CairnException or IllegalArgumentException
   */
  public static void survivesTampering(Object model, Consumer<Object> use) {
    byte[] file = SavedModel.bytes(model);
    int length = SavedModel.contentLength(file);
    SplittableRandom random = Seed.of(37).generator();
    Assertions.assertTimeoutPreemptively(
        ENOUGH,
        () -> {
          for (int i = 0; i < SAMPLES; i++) {
            int at = random.nextInt(length);
            byte value = (byte) random.nextInt(256);
            useIfAccepted(SavedModel.tampered(file, at, value), use, at, value);
          }
        },
        "a model from a tampered file does not end its work");
  }

  private static void useIfAccepted(byte[] file, Consumer<Object> use, int at, byte value) {
    try {
      accepted(file).ifPresent(use);
    } catch (CairnException | IllegalArgumentException refusedLater) {
      assertThat(refusedLater.getMessage()).isNotBlank();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw new AssertionError("byte " + at + " of the content set to " + value + " gives " + e, e);
    }
  }

  private static Optional<Object> accepted(byte[] file) {
    try {
      return Optional.of(SavedModel.load(file, Object.class));
    } catch (FormatException e) {
      return Optional.empty();
    }
  }

  private static void refused(byte[] file, String how) {
    assertThatThrownBy(() -> SavedModel.load(file, Object.class))
        .as(how)
        .isInstanceOf(FormatException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(" "));
  }
}
