package org.cairnml.linalg.backend;

import java.util.Optional;

/**
 * How a backend in another module is found, by {@link java.util.ServiceLoader}. A provider must be
 * loadable on every machine: it touches native code only in {@link #obstacle()} and {@link
 * #create}.
 */
public interface BackendProvider {

  /** The lowest priority of a backend in native code; those in Java are below. */
  int NATIVE = 20;

  /** The name for the property {@code cairn.backend}, in lower case. */
  String name();

  /** Which provider {@code auto} prefers: the highest that can be used. */
  int priority();

  /**
   * Why {@code auto} leaves this backend alone, for one that works only when it is asked for by
   * name; empty for the others. Until it is asked for, neither {@link #obstacle()} nor {@link
   * #create} is called.
   */
  default Optional<String> onRequest() {
    return Optional.empty();
  }

  /** Why this backend cannot be used here and what to do about it; empty if it can. */
  Optional<String> obstacle();

  /**
   * The backend.
   *
   * @param small the best backend in Java, for work too small to be worth a native call
   */
  Backend create(Backend small);
}
