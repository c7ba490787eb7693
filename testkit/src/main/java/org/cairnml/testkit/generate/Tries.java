package org.cairnml.testkit.generate;

import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;

/**
 * Runs a check on generated values from inside any JUnit test, and shrinks a value that fails it.
 * The values are the same in every run; {@code -Dcairn.tries=N} tries N of them instead of the
 * suite's own number.
 */
public final class Tries {

  /** Names the system property that sets how many values are tried. */
  public static final String PROPERTY = "cairn.tries";

  private static final long SEED = 20261121;
  private static final int SHRINK_ATTEMPTS = 400;

  private Tries() {}

  /** Fails, with the smallest failing value that was found, if the check fails for any value. */
  public static <T> void forAll(Arbitrary<T> values, int tries, Consumer<T> check) {
    JqwikSession.run(() -> run(values, Integer.getInteger(PROPERTY, tries), check));
  }

  private static <T> void run(Arbitrary<T> values, int tries, Consumer<T> check) {
    RandomGenerator<T> generator = values.generator(tries, true);
    var random = new Random(SEED);
    for (int i = 0; i < tries; i++) {
      Shrinkable<T> tried = generator.next(random);
      Optional<Throwable> failure = failure(check, tried.value());
      if (failure.isPresent()) {
        T smallest = shrink(tried, check).value();
        Throwable why = failure(check, smallest).orElse(failure.get());
        throw new AssertionError(
            why.getMessage() + " (value number " + i + ", shrunk to " + smallest + ")", why);
      }
    }
  }

  private static <T> Shrinkable<T> shrink(Shrinkable<T> failing, Consumer<T> check) {
    Shrinkable<T> smallest = failing;
    int[] left = {SHRINK_ATTEMPTS};
    while (left[0] > 0) {
      Optional<Shrinkable<T>> smaller =
          smallest
              .shrink()
              .takeWhile(s -> left[0]-- > 0)
              .filter(s -> failure(check, s.value()).isPresent())
              .findFirst();
      if (smaller.isEmpty()) {
        return smallest;
      }
      smallest = smaller.get();
    }
    return smallest;
  }

  private static <T> Optional<Throwable> failure(Consumer<T> check, T value) {
    try {
      check.accept(value);
      return Optional.empty();
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      return Optional.of(e);
    }
  }
}
