package org.cairnml.core;

import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.cairnml.base.FormatException;

/** The codecs on the class or module path, by type id and by class. */
final class ModelCodecs {

  private static final Map<String, ModelCodec<?>> BY_ID = new HashMap<>();

  static {
    for (ModelCodec<?> codec : ServiceLoader.load(ModelCodec.class, Model.class.getClassLoader())) {
      if (BY_ID.put(codec.typeId(), codec) != null) {
        throw new IllegalStateException("two codecs have the type id " + codec.typeId());
      }
    }
  }

  private ModelCodecs() {}

  /** Apart, since asking each codec for its type loads the classes of all models. */
  private static final class ByClass {
    private static final Map<Class<?>, ModelCodec<?>> CODECS = new HashMap<>();

    static {
      BY_ID.values().forEach(codec -> CODECS.put(codec.type(), codec));
    }
  }

  /** The fields of a model, its type id among them. */
  static Fields write(Object model) {
    ModelCodec<?> codec = ByClass.CODECS.get(model.getClass());
    if (codec == null) {
      throw new IllegalArgumentException(
          model.getClass().getName()
              + " has no codec; list a ModelCodec for it as a service to make it savable");
    }
    return Fields.create().set("type", codec.typeId()).set("fields", writeWith(codec, model));
  }

  private static <M> Fields writeWith(ModelCodec<M> codec, Object model) {
    return codec.write(codec.type().cast(model));
  }

  /** The model of fields made by {@link #write}. */
  static <T> T read(Fields fields, Class<T> expected) {
    String typeId = fields.getString("type");
    ModelCodec<?> codec = BY_ID.get(typeId);
    if (codec == null) {
      throw new FormatException(
          "holds a model of type '"
              + typeId
              + "', for which there is no codec here; add the Cairn"
              + " module it comes from, known types are "
              + BY_ID.keySet().stream().sorted().toList());
    }
    Object model = codec.read(fields.getFields("fields"));
    if (!expected.isInstance(model)) {
      throw new FormatException(
          "holds a model of type '" + typeId + "', expected a " + expected.getSimpleName());
    }
    return expected.cast(model);
  }
}
