package org.cairnml.linalg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cairnml.base.BackendException;
import org.cairnml.base.Workers;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.BackendProvider;
import org.cairnml.linalg.backend.Operation;
import org.cairnml.linalg.scalar.ScalarBackend;

/**
 * What the arithmetic runs on. The system property {@code cairn.backend} chooses: {@code scalar},
 * {@code simd} (needs {@code --add-modules jdk.incubator.vector} on the command line), the name of
 * a backend on the class path such as {@code openblas} or {@code nd4j}, or {@code auto} (the
 * default), which takes the best that works and says in one log line what is missing. Some, such as
 * {@code nd4j}, are on request: {@code auto} neither takes nor loads them.
 *
 * <p>A backend that is asked for by name and cannot be used is a {@link BackendException} with the
 * reason and the cure.
 */
public final class Backends {

  /** The system property that chooses. */
  public static final String PROPERTY = "cairn.backend";

  private static final String AUTO = "auto";
  private static final String NATIVE = "openblas";
  private static final int[] REPORTED_SIZES = {4, 16, 32, 64, 256, 1024, 2048};

  private Backends() {}

  /**
   * The backend in use.
   *
   * @throws BackendException if the property names one that is not there or cannot be used
   */
  public static Backend get() {
    if (Chosen.BACKEND == null) {
      throw new BackendException(Chosen.OBSTACLE.getMessage(), Chosen.OBSTACLE);
    }
    return Chosen.BACKEND;
  }

  /**
   * The backend of this name, whichever is in use.
   *
   * @throws BackendException if there is none of this name or it cannot be used, with the reason
   */
  public static Backend named(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    Candidate candidate = Found.CANDIDATES.get(key);
    if (candidate == null) {
      throw new BackendException(
          "There is no backend \"%s\" here; there are: %s. If it is in a module of its own, such as cairn-openblas or cairn-nd4j, add that to the class path."
              .formatted(name, String.join(", ", Found.CANDIDATES.keySet())));
    }
    Optional<String> obstacle = candidate.obstacle().get();
    if (obstacle.isPresent()) {
      throw new BackendException(
          "Backend \"%s\" cannot be used: %s".formatted(key, obstacle.get()));
    }
    return candidate.backend().get();
  }

  /**
   * The names of the backends that can be used here, in the order of preference, last best. Those
   * on request are not among them, since they would have to be loaded to know.
   */
  public static List<String> usable() {
    return Found.CANDIDATES.values().stream()
        .filter(Candidate::suitsAuto)
        .map(Candidate::name)
        .toList();
  }

  /**
   * What is in use, by what rule {@code auto} chooses, what else could be in use, and what cannot
   * and why; then, for operations on square matrices of some sizes, the backend that each goes to
   * by the thresholds of the one in use.
   */
  public static String report() {
    Backend chosen = get();
    var lines = new ArrayList<String>();
    lines.add("in use: " + chosen.name());
    lines.add("auto takes the last of these that is usable and not on request");
    for (Candidate c : Found.CANDIDATES.values()) {
      String state = c.name().equals(chosen.name()) ? chosen.description() : c.state();
      lines.add("  %-9s %s".formatted(c.name(), state));
    }
    if (!Found.CANDIDATES.containsKey(NATIVE)) {
      lines.add("  %-9s not here: add the artifact cairn-openblas to have it".formatted(NATIVE));
    }
    lines.add(row("n", n -> Integer.toString(n)));
    for (Operation operation : Operation.values()) {
      lines.add(row(operation.label(), n -> chosen.runsOn(operation, n)));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static String row(String label, IntFunction<String> cell) {
    var row = new StringBuilder("  %-14s".formatted(label));
    for (int n : REPORTED_SIZES) {
      row.append(" %-9s".formatted(cell.apply(n)));
    }
    return row.toString().stripTrailing();
  }

  private static Backend choose() {
    String wanted = System.getProperty(PROPERTY, AUTO).trim();
    if (!wanted.equalsIgnoreCase(AUTO)) {
      return named(wanted);
    }
    List<String> usable = usable();
    Backend best = named(usable.get(usable.size() - 1));
    String missing =
        Found.CANDIDATES.values().stream()
            .filter(c -> c.onRequest().isEmpty() && c.obstacle().get().isPresent())
            .map(c -> c.name() + " " + c.state())
            .collect(Collectors.joining("; "));
    System.getLogger(Backends.class.getName())
        .log(
            missing.isEmpty() ? System.Logger.Level.DEBUG : System.Logger.Level.INFO,
            "Numeric backend: {0} ({1}). {2}",
            best.name(),
            best.description(),
            missing);
    return best;
  }

  /** A backend that may or may not work here. One on request is loaded when it is asked. */
  private record Candidate(
      String name,
      Optional<String> onRequest,
      Supplier<Optional<String>> obstacle,
      Supplier<Backend> backend) {

    static Candidate of(Backend backend) {
      return new Candidate(backend.name(), Optional.empty(), Optional::empty, () -> backend);
    }

    boolean suitsAuto() {
      return onRequest.isEmpty() && obstacle.get().isEmpty();
    }

    String state() {
      return onRequest
          .map(reason -> "on request, by -D%s=%s: %s".formatted(PROPERTY, name, reason))
          .or(() -> obstacle.get().map(reason -> "not usable: " + reason))
          .orElseGet(() -> backend.get().description());
    }
  }

  private static final class Found {
    static final Map<String, Candidate> CANDIDATES = find();

    private static Map<String, Candidate> find() {
      var found = new LinkedHashMap<String, Candidate>();
      Workers workers = Workers.standard();
      Backend scalar = new ScalarBackend(workers);
      found.put(scalar.name(), Candidate.of(scalar));
      Backend small = scalar;
      for (BackendProvider provider : providers()) {
        Candidate candidate = candidate(provider, small);
        found.put(provider.name(), candidate);
        if (candidate.suitsAuto() && provider.priority() < BackendProvider.NATIVE) {
          small = candidate.backend().get();
        }
      }
      return found;
    }

    private static List<BackendProvider> providers() {
      return ServiceLoader.load(BackendProvider.class, Backends.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(
              Comparator.comparingInt(BackendProvider::priority)
                  .thenComparing(BackendProvider::name))
          .toList();
    }

    private static Candidate candidate(BackendProvider provider, Backend small) {
      Optional<String> onRequest = provider.onRequest();
      if (onRequest.isPresent()) {
        return new Candidate(
            provider.name(), onRequest, provider::obstacle, () -> provider.create(small));
      }
      Optional<String> obstacle = provider.obstacle();
      if (obstacle.isPresent()) {
        return new Candidate(provider.name(), onRequest, () -> obstacle, () -> small);
      }
      return Candidate.of(provider.create(small));
    }
  }

  /** The choice, made once; a backend that was asked for in vain is an error at every use. */
  private static final class Chosen {
    static final Backend BACKEND;
    static final BackendException OBSTACLE;

    static {
      Backend backend = null;
      BackendException obstacle = null;
      try {
        backend = choose();
      } catch (BackendException e) {
        obstacle = e;
      }
      BACKEND = backend;
      OBSTACLE = obstacle;
    }
  }
}
