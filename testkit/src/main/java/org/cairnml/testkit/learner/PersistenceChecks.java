package org.cairnml.testkit.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cairnml.core.ClusterModel;
import org.cairnml.core.Dataset;
import org.cairnml.core.Model;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;
import org.cairnml.testkit.Tolerance;
import org.cairnml.testkit.model.FileChecks;
import org.cairnml.testkit.model.SavedModel;

/** A model is a value: it outlives its process, its threads and whoever writes to its answers. */
final class PersistenceChecks {

  private static final int THREADS = 8;

  private PersistenceChecks() {}

  static List<Check> all() {
    return List.of(
        Check.of("predicts the same bits after save and load", PersistenceChecks::saveAndLoad),
        Check.of("refuses truncated files", spec -> FileChecks.refusesTruncation(smallModel(spec))),
        Check.of("refuses damaged files", spec -> FileChecks.refusesDamage(smallModel(spec))),
        Check.of("refuses newer formats", spec -> FileChecks.refusesNewerFormat(smallModel(spec))),
        Check.of("survives tampered files", PersistenceChecks::tampered),
        Check.of("predicts the same from many threads", PersistenceChecks::concurrently),
        Check.of("is of a final class without mutable parts", PersistenceChecks::immutable));
  }

  private static Model smallModel(LearnerSpec spec) {
    return spec.fit(new Samples(spec).small()).model();
  }

  private static void tampered(LearnerSpec spec) {
    Matrix probes = new Samples(spec).features(5, 4, 20);
    FileChecks.survivesTampering(
        smallModel(spec),
        model -> {
          if (Kind.predictsNewRows((Model) model)) {
            spec.kind().outputs((Model) model, probes);
          }
        });
  }

  private static void saveAndLoad(LearnerSpec spec) {
    Samples samples = new Samples(spec);
    Dataset data = samples.small();
    Fitted fitted = spec.fit(data);
    Model model = fitted.model();
    assertThat(model.schema()).as("schema").isEqualTo(data.schema());
    Model loaded = SavedModel.copy(model);
    assertThat(loaded.getClass()).isEqualTo(model.getClass());
    assertThat(loaded.schema()).as("schema, loaded").isEqualTo(model.schema());
    assertThat(SavedModel.bytes(loaded)).as("saved again").isEqualTo(SavedModel.bytes(model));
    assertThat(loaded.toString()).as("toString, loaded").isEqualTo(model.toString());
    if (model instanceof ClusterModel clusters) {
      assertThat(((ClusterModel) loaded).labels()).isEqualTo(clusters.labels());
    }
    if (fitted.predictsNewRows()) {
      Matrix probes = samples.features(80, 4, 11);
      Tolerance.BITWISE.check(
          "loaded", new Fitted(spec.kind(), loaded).outputs(probes), fitted.outputs(probes));
    }
  }

  private static void concurrently(LearnerSpec spec) {
    Samples samples = new Samples(spec);
    Fitted fitted = spec.fit(samples.small());
    if (!fitted.predictsNewRows()) {
      return;
    }
    Matrix probes = samples.features(300, 4, 12);
    double[][] expected = fitted.outputs(probes);
    Callable<double[][]> rowByRow =
        () -> Arrays.stream(probes.toArray()).map(fitted::output).toArray(double[][]::new);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<double[][]>> results = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        results.add(threads.submit(t % 2 == 0 ? rowByRow : () -> fitted.outputs(probes)));
      }
      for (Future<double[][]> result : results) {
        Tolerance.BITWISE.check("from another thread", result.get(), expected);
      }
    } catch (ExecutionException e) {
      throw new AssertionError("from another thread: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Overwrites whatever arrays, vectors and matrices the model's methods hand out. */
  private static void immutable(LearnerSpec spec) {
    Model model = spec.fit(new Samples(spec).small()).model();
    assertThat(Modifier.isFinal(model.getClass().getModifiers())).as("final class").isTrue();
    byte[] before = SavedModel.bytes(model);
    for (Method method : model.getClass().getMethods()) {
      boolean getter = method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers());
      if (getter && method.getDeclaringClass() != Object.class && overwrite(call(method, model))) {
        assertThat(SavedModel.bytes(model))
            .as("the model, saved after the result of %s() was overwritten", method.getName())
            .isEqualTo(before);
      }
    }
  }

  private static Object call(Method method, Model model) {
    try {
      return method.invoke(model);
    } catch (InvocationTargetException e) {
      throw new AssertionError(method.getName() + "() throws " + e.getCause(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(method + " is public in a class that is not", e);
    }
  }

  private static boolean overwrite(Object value) {
    if (value instanceof Matrix matrix) {
      Arrays.fill(matrix.data(), Double.NaN);
    } else if (value instanceof Vector vector) {
      Arrays.fill(vector.data(), Double.NaN);
    } else if (value instanceof double[] doubles) {
      Arrays.fill(doubles, Double.NaN);
    } else if (value instanceof int[] ints) {
      Arrays.fill(ints, Integer.MIN_VALUE);
    } else if (value instanceof Object[] objects) {
      for (int i = 0; i < objects.length; i++) {
        overwrite(objects[i]);
        Array.set(objects, i, null);
      }
    } else {
      return false;
    }
    return true;
  }
}
