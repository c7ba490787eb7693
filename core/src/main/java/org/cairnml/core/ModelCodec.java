package org.cairnml.core;

/**
 * Turns models of one type into {@link Fields} and back, for {@code ModelFile}. A codec is a
 * service of this interface, in the module of its model; it is found by its type id, so no class
 * named in a file is ever loaded.
 *
 * @param <M> the type of model
 */
public interface ModelCodec<M> {

  /** A stable name such as {@code linear.ridge}; it never changes once a file has been written. */
  String typeId();

  /** The class whose instances it writes. */
  Class<M> type();

  /** Everything that {@link #read} needs to make an equal model. */
  Fields write(M model);

  /**
   * The model that was written.
   *
   * @throws org.cairnml.base.FormatException if a field is absent, of another kind, or does not fit
   *     the others
   */
  M read(Fields fields);
}
