package org.cairnml.core;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairnml.base.Seed;

/** Reads and changes the hyperparameters of any learner by name, as programs and searches do. */
public final class Hyperparameters {

  private static final String NONE = "none";

  private Hyperparameters() {}

  /** The hyperparameters of a learner, in the order of the record; groups give theirs. */
  public static List<Hyperparameter> of(Learner learner) {
    return of((Object) learner).toList();
  }

  private static Stream<Hyperparameter> of(Object record) {
    return Arrays.stream(components(record))
        .flatMap(
            component ->
                isGroup(component)
                    ? of(read(record, component))
                    : Stream.of(hyperparameter(record, component)));
  }

  private static boolean isGroup(RecordComponent component) {
    return component.getType().isAnnotationPresent(ParamGroup.class);
  }

  private static Hyperparameter hyperparameter(Object record, RecordComponent component) {
    Param param = component.getAnnotation(Param.class);
    return new Hyperparameter(
        component.getName(),
        typeName(component.getType()),
        read(record, component),
        param == null ? "" : param.value(),
        param == null ? "" : param.range());
  }

  /**
   * The same learner with one hyperparameter changed.
   *
   * @param value a value of the component's type, a number for an optional of numbers, or a text:
   *     numbers as Java writes them, names of enum constants in any case, {@code none} for an empty
   *     optional
   * @throws IllegalArgumentException if there is no such hyperparameter or the value is not allowed
   */
  @SuppressWarnings("unchecked")
  public static <L extends Learner> L with(L learner, String name, Object value) {
    if (!has(learner, name)) {
      throw new IllegalArgumentException(
          learner.getClass().getSimpleName()
              + " has no hyperparameter '"
              + name
              + "'; it has "
              + of(learner).stream().map(Hyperparameter::name).toList());
    }
    return (L) changed(learner, name, value);
  }

  /** The record with what is named so changed, in it or in a group of it. */
  private static Object changed(Object record, String name, Object value) {
    RecordComponent[] components = components(record);
    Object[] arguments = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      Object old = read(record, component);
      if (isGroup(component)) {
        arguments[i] = changed(old, name, value);
      } else if (!component.getName().equals(name)) {
        arguments[i] = old;
      } else {
        arguments[i] = converted(value, component);
      }
    }
    return construct(record, components, arguments);
  }

  /**
   * The learner's class and what differs from its defaults, for a person to read: {@code
   * Ridge[alpha=0.5]}, or {@code Ridge} if nothing does.
   */
  public static String describe(Learner learner) {
    Learner defaults = defaults(learner);
    String changed =
        of(learner).stream()
            .filter(p -> !p.value().equals(value(defaults, p.name())))
            .map(p -> p.name() + "=" + text(p.value()))
            .collect(Collectors.joining(", "));
    String name = learner.getClass().getSimpleName();
    return changed.isEmpty() ? name : name + "[" + changed + "]";
  }

  /** A value as {@link #with} reads it: {@code none} for an empty optional, enums in lower case. */
  public static String text(Object value) {
    if (value instanceof OptionalInt o) {
      return o.isPresent() ? Integer.toString(o.getAsInt()) : NONE;
    }
    if (value instanceof OptionalLong o) {
      return o.isPresent() ? Long.toString(o.getAsLong()) : NONE;
    }
    if (value instanceof OptionalDouble o) {
      return o.isPresent() ? Double.toString(o.getAsDouble()) : NONE;
    }
    if (value instanceof Optional<?> o) {
      return o.map(Hyperparameters::text).orElse(NONE);
    }
    if (value instanceof Seed seed) {
      return Long.toString(seed.value());
    }
    if (value instanceof Enum<?> e) {
      return e.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
    return String.valueOf(value);
  }

  private static Learner defaults(Learner learner) {
    try {
      return learner.getClass().getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          learner.getClass().getName() + " must be public, with a constructor of no arguments", e);
    }
  }

  private static Object value(Learner learner, String name) {
    return of((Object) learner)
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name))
        .value();
  }

  /** Whether the learner has a hyperparameter of this name. */
  public static boolean has(Learner learner, String name) {
    return of((Object) learner).anyMatch(p -> p.name().equals(name));
  }

  private static RecordComponent[] components(Object record) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    if (components == null) {
      throw new IllegalArgumentException(
          record.getClass().getName() + " is not a record; learners are records");
    }
    return components;
  }

  private static Object read(Object record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException e) {
      throw notPublic(record, e);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static Object construct(Object record, RecordComponent[] components, Object[] arguments) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return record.getClass().getConstructor(types).newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw notPublic(record, e);
    }
  }

  private static IllegalArgumentException notPublic(Object record, Exception cause) {
    return new IllegalArgumentException(
        record.getClass().getName() + " must be public, in an exported package", cause);
  }

  private static Object converted(Object value, RecordComponent component) {
    Class<?> type = component.getType();
    if (type.isInstance(value)) {
      return value;
    }
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return type == String.class ? value.toString() : parse(value.toString(), component);
    }
    throw new IllegalArgumentException(
        component.getName() + " must be " + typeName(type) + ", but was '" + value + "'");
  }

  private static Object parse(String text, RecordComponent component) {
    Class<?> type = component.getType();
    try {
      if (type == int.class) {
        return Integer.parseInt(text);
      }
      if (type == long.class) {
        return Long.parseLong(text);
      }
      if (type == Seed.class) {
        return Seed.of(Long.parseLong(text));
      }
      if (type == double.class) {
        return Double.parseDouble(text);
      }
      if (type == boolean.class) {
        return parseBoolean(text);
      }
      if (type.isEnum()) {
        return parseEnum(text, type);
      }
      boolean none = text.equalsIgnoreCase(NONE);
      if (type == OptionalInt.class) {
        return none ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
      }
      if (type == OptionalLong.class) {
        return none ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
      }
      if (type == OptionalDouble.class) {
        return none ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          component.getName() + " must be " + typeName(type) + ", but was '" + text + "'", e);
    }
    throw new IllegalArgumentException(component.getName() + " cannot be set from a text");
  }

  private static boolean parseBoolean(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static Object parseEnum(String text, Class<?> type) {
    String wanted = text.replace('-', '_');
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equalsIgnoreCase(wanted)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(text);
  }

  private static String typeName(Class<?> type) {
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(c -> ((Enum<?>) c).name().toLowerCase(Locale.ROOT).replace('_', '-'))
              .toList();
    }
    if (type == OptionalInt.class) {
      return "int or none";
    }
    if (type == OptionalLong.class) {
      return "long or none";
    }
    if (type == OptionalDouble.class || type == Optional.class) {
      return type == Optional.class ? "value or none" : "double or none";
    }
    return type.getSimpleName();
  }
}
