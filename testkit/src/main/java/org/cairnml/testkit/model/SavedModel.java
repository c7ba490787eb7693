package org.cairnml.testkit.model;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.cairnml.core.Fields;
import org.cairnml.core.Model;
import org.cairnml.core.ModelCodec;

/** Models as the bytes of their fields. */
public final class SavedModel {

  private SavedModel() {}

  /** The fields of a model as bytes, without the time that its fit took. */
  public static byte[] bytes(Model model) {
    var out = new ByteArrayOutputStream();
    try {
      write(fields(codec(model), model), new DataOutputStream(out));
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  /** The model that is read back from its fields. */
  public static Model copy(Model model) {
    ModelCodec<?> codec = codec(model);
    return (Model) codec.read(fields(codec, model));
  }

  private static ModelCodec<?> codec(Model model) {
    for (ModelCodec<?> codec : ServiceLoader.load(ModelCodec.class)) {
      if (codec.type() == model.getClass()) {
        return codec;
      }
    }
    throw new AssertionError(model.getClass().getName() + " has no codec");
  }

  private static <M> Fields fields(ModelCodec<M> codec, Model model) {
    return codec.write(codec.type().cast(model));
  }

  private static void write(Object value, DataOutputStream out)
      throws IOException, ReflectiveOperationException {
    if (value instanceof Fields) {
      Field field = Fields.class.getDeclaredField("values");
      field.setAccessible(true);
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) field.get(value)).entrySet()) {
        out.writeUTF((String) entry.getKey());
        if (!entry.getKey().equals("nanoseconds")) {
          write(entry.getValue(), out);
        }
      }
    } else if (value instanceof List<?> list) {
      for (Object element : list) {
        write(element, out);
      }
    } else if (value instanceof double[] doubles) {
      for (double v : doubles) {
        out.writeDouble(v);
      }
    } else if (value instanceof int[] ints) {
      for (int v : ints) {
        out.writeInt(v);
      }
    } else if (value instanceof byte[] bytes) {
      out.write(bytes);
    } else if (value instanceof float[] floats) {
      for (float v : floats) {
        out.writeFloat(v);
      }
    } else if (value instanceof long[] longs) {
      for (long v : longs) {
        out.writeLong(v);
      }
    } else {
      out.writeUTF(value.toString());
    }
  }
}
