package org.cairnml.testkit.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.cairnml.core.Hyperparameter;
import org.cairnml.core.Hyperparameters;
import org.cairnml.core.Learner;
import org.cairnml.core.Learners;
import org.cairnml.testkit.generate.Tries;

/** A learner is a public record that names, documents, checks and changes its hyperparameters. */
final class HyperparameterChecks {

  private static final int RANGE_TRIES = 200;

  private HyperparameterChecks() {}

  static List<Check> all() {
    return List.of(
        Check.of("is a public record with defaults", HyperparameterChecks::isRecord),
        Check.of("has a name and a summary", HyperparameterChecks::describesItself),
        Check.of("documents every hyperparameter", HyperparameterChecks::documented),
        Check.of("refuses hyperparameters out of range", HyperparameterChecks::ranges),
        Check.of("refuses null", HyperparameterChecks::nulls),
        Check.of("changes one hyperparameter at a time", HyperparameterChecks::with));
  }

  private static void isRecord(LearnerSpec spec) {
    Class<?> type = spec.learner().getClass();
    assertThat(type.isRecord()).as("record").isTrue();
    assertThat(Modifier.isPublic(type.getModifiers())).as("public").isTrue();
    Learner defaults = defaults(spec);
    assertThat(defaults).isEqualTo(defaults(spec)).hasSameHashCodeAs(defaults(spec));
    for (RecordComponent component : type.getRecordComponents()) {
      assertThat(allowed().test(component.getType()))
          .as("type of %s: %s", component.getName(), component.getType())
          .isTrue();
    }
  }

  private static Predicate<Class<?>> allowed() {
    List<Class<?>> values =
        List.of(
            String.class,
            List.class,
            Optional.class,
            OptionalInt.class,
            OptionalLong.class,
            OptionalDouble.class);
    return type ->
        type.isPrimitive()
            || type.isEnum()
            || values.contains(type)
            || type.isRecord()
            || type.isInterface();
  }

  private static Learner defaults(LearnerSpec spec) {
    try {
      return spec.learner().getClass().getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("has no public constructor without arguments", e);
    }
  }

  private static void describesItself(LearnerSpec spec) {
    assertThat(Learners.name(spec.learner())).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    assertThat(Learners.describe(spec.learner()))
        .as("@Summary")
        .isNotBlank()
        .doesNotContain("\n")
        .doesNotEndWith(".");
  }

  private static void documented(LearnerSpec spec) {
    for (Hyperparameter parameter : Hyperparameters.of(spec.learner())) {
      assertThat(parameter.doc())
          .as("@Param of %s", parameter.name())
          .isNotBlank()
          .doesNotContain("\n")
          .doesNotEndWith(".");
    }
  }

  private static void ranges(LearnerSpec spec) {
    for (Hyperparameter parameter : Hyperparameters.of(spec.learner())) {
      if (!parameter.range().isEmpty()) {
        Interval interval = Interval.parse(parameter.range());
        Arbitrary<Double> values =
            Arbitraries.oneOf(
                Arbitraries.of(interval.nearEnds()),
                Arbitraries.doubles(),
                Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
        Tries.forAll(values, RANGE_TRIES, v -> rangeKept(spec.learner(), parameter, interval, v));
      }
    }
  }

  private static void rangeKept(
      Learner learner, Hyperparameter parameter, Interval interval, double number) {
    Object value = ofType(type(parameter.value()), number);
    double kept = asNumber(value);
    String name = parameter.name();
    if (!interval.contains(kept)) {
      assertThatThrownBy(() -> Hyperparameters.with(learner, name, value))
          .as("%s = %s", name, value)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(name)
          .hasMessageContaining(textOf(value));
    } else if (number == interval.low() || number == interval.high()) {
      assertThat(Hyperparameters.with(learner, name, value)).isNotNull();
    }
  }

  private static Object ofType(Class<?> type, double number) {
    if (type == int.class) {
      return (int) number;
    }
    if (type == long.class) {
      return (long) number;
    }
    if (type == OptionalInt.class) {
      return OptionalInt.of((int) number);
    }
    if (type == OptionalLong.class) {
      return OptionalLong.of((long) number);
    }
    return type == OptionalDouble.class ? OptionalDouble.of(number) : (Object) number;
  }

  private static double asNumber(Object value) {
    return Double.parseDouble(textOf(value));
  }

  private static String textOf(Object value) {
    return value.toString().replaceFirst("^Optional[A-Za-z]*\\[(.*)]$", "$1");
  }

  private static void nulls(LearnerSpec spec) {
    for (Hyperparameter parameter : Hyperparameters.of(spec.learner())) {
      if (!type(parameter.value()).isPrimitive()) {
        assertThatThrownBy(() -> Hyperparameters.with(spec.learner(), parameter.name(), null))
            .isInstanceOfAny(NullPointerException.class, IllegalArgumentException.class)
            .hasMessageContaining(parameter.name());
      }
    }
  }

  private static void with(LearnerSpec spec) {
    Learner learner = spec.learner();
    for (Hyperparameter parameter : Hyperparameters.of(learner)) {
      String name = parameter.name();
      assertThat(Hyperparameters.with(learner, name, parameter.value())).isEqualTo(learner);
      for (Object other : otherValues(learner, parameter)) {
        Learner changed = Hyperparameters.with(learner, name, other);
        assertThat(changed).isNotEqualTo(learner);
        for (Hyperparameter now : Hyperparameters.of(changed)) {
          Object expected = now.name().equals(name) ? other : valueOf(learner, now.name());
          assertThat(now.value())
              .as("%s after %s = %s", now.name(), name, other)
              .isEqualTo(expected);
        }
        assertThat(typedWith(learner, name, other))
            .as("with method of %s", name)
            .isEqualTo(changed);
        assertThat(Hyperparameters.with(learner, name, asText(other))).isEqualTo(changed);
        assertThat(Hyperparameters.with(changed, name, parameter.value())).isEqualTo(learner);
      }
    }
    assertThatThrownBy(() -> Hyperparameters.with(learner, "noSuchThing", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("noSuchThing");
  }

  private static Object valueOf(Learner learner, String name) {
    return Hyperparameters.of(learner).stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }

  /** Values of its type, unlike the present one, that the learner allows. */
  private static List<Object> otherValues(Learner learner, Hyperparameter parameter) {
    List<Object> candidates = new ArrayList<>();
    Object value = parameter.value();
    if (value instanceof Boolean flag) {
      candidates.add(!flag);
    } else if (value instanceof Enum<?> constant) {
      candidates.addAll(List.of(constant.getDeclaringClass().getEnumConstants()));
    } else if (value instanceof Integer || value instanceof Long || value instanceof Double) {
      for (double factor : new double[] {0.5, 2, 1.25, 0}) {
        candidates.add(ofType(type(value), ((Number) value).doubleValue() * factor + factor));
      }
    } else if (value instanceof OptionalInt || value instanceof OptionalLong) {
      candidates.addAll(List.of(ofType(value.getClass(), 3)));
    } else if (value instanceof OptionalDouble) {
      candidates.addAll(List.of(OptionalDouble.empty(), OptionalDouble.of(0.5)));
    }
    candidates.removeIf(c -> c.equals(value) || !allows(learner, parameter.name(), c));
    return candidates;
  }

  /** The type of the component that a value stands in. */
  private static Class<?> type(Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.getDeclaringClass();
    }
    return MethodType.methodType(value.getClass()).unwrap().returnType();
  }

  private static boolean allows(Learner learner, String name, Object value) {
    try {
      Hyperparameters.with(learner, name, value);
      return true;
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  private static Learner typedWith(Learner learner, String name, Object value) {
    String method = "with" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    try {
      Method with = learner.getClass().getMethod(method, type(value));
      with.setAccessible(true);
      return (Learner) with.invoke(learner, value);
    } catch (InvocationTargetException e) {
      throw new AssertionError(method + "(" + value + ") throws " + e.getCause(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("has no public method " + method, e);
    }
  }

  private static String asText(Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
    return value.toString().contains(".empty") ? "none" : textOf(value);
  }
}
