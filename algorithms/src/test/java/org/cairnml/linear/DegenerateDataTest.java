package org.cairnml.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.cairnml.base.CairnException;
import org.cairnml.base.Seed;
import org.cairnml.core.ClassificationModel;
import org.cairnml.core.Classifier;
import org.cairnml.core.Dataset;
import org.cairnml.core.Hyperparameters;
import org.cairnml.core.Learner;
import org.cairnml.core.Learners;
import org.cairnml.core.Model;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.RegressionModel;
import org.cairnml.core.Regressor;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Data that linear models are known to break on: the result is finite, or the error clear. */
class DegenerateDataTest {

  private static final int ROWS = 60;
  private static final int COLUMNS = 4;

  /** What is asked of a classifier's probabilities, which are rounded sums of a few terms. */
  private static final double SUM = 1e-9;

  /** Every kind of degenerate data, with the learners that cannot but refuse it. */
  enum Kind {
    UNSCALED_COLUMNS("descent"),
    COLLINEAR_COLUMNS("free logistic", "QDA"),
    SEPARABLE("binomial"),
    CONSTANT_COLUMN("free logistic", "QDA"),
    CONSTANT_TARGET("classifiers", "binomial"),
    MORE_COLUMNS_THAN_ROWS("free logistic", "QDA", "binomial"),
    ONE_ROW("classifiers", "cross-validated", "binomial"),
    NOT_A_NUMBER("all"),
    INFINITE("all");

    private final Set<String> refusing;

    Kind(String... refusing) {
      this.refusing = Set.of(refusing);
    }

    private Matrix x() {
      RandomGenerator random = Seed.of(9).generator();
      int n = this == ONE_ROW ? 1 : this == MORE_COLUMNS_THAN_ROWS ? 10 : ROWS;
      int d = this == MORE_COLUMNS_THAN_ROWS ? 30 : COLUMNS;
      Matrix x = Matrix.wrap(random.doubles((long) n * d, -1, 1).toArray(), n, d);
      for (int i = 0; i < n; i++) {
        switch (this) {
          case UNSCALED_COLUMNS -> {
            x.set(i, 0, 1e12 * x.get(i, 0));
            x.set(i, 1, 1e-12 * x.get(i, 1));
          }
          case COLLINEAR_COLUMNS -> x.set(i, 3, x.get(i, 0) + x.get(i, 1));
          case CONSTANT_COLUMN -> x.set(i, 3, 0.1);
          case NOT_A_NUMBER -> x.set(n / 2, 2, Double.NaN);
          case INFINITE -> x.set(n / 2, 2, Double.POSITIVE_INFINITY);
          default -> {}
        }
      }
      return x;
    }

    /** What targets are made of: a noisy sum of the first two columns in units of 1. */
    private double[] scores(Matrix x) {
      RandomGenerator random = Seed.of(10).generator();
      double[] scores = new double[x.rows()];
      for (int i = 0; i < scores.length; i++) {
        double noise = this == SEPARABLE ? 0 : random.nextDouble() - 0.5;
        double first = this == UNSCALED_COLUMNS ? x.get(i, 0) / 1e12 : x.get(i, 0);
        double second = this == UNSCALED_COLUMNS ? x.get(i, 1) * 1e12 : x.get(i, 1);
        scores[i] = this == CONSTANT_TARGET ? 2 : first - second + 2 * noise;
      }
      return scores;
    }

    private Dataset data(Learner learner) {
      Matrix x = x();
      double[] scores = scores(x);
      if (learner instanceof Classifier) {
        return Dataset.of(
            x, Labels.of(Arrays.stream(scores).mapToObj(s -> s > 0 ? "yes" : "no").toList()));
      }
      if (learner instanceof GeneralizedLinearModel general) {
        scores = Arrays.stream(scores).map(s -> possible(general.family(), s)).toArray();
      }
      return Dataset.of(x, scores);
    }

    private static double possible(Family family, double score) {
      return switch (family) {
        case GAUSSIAN -> score;
        case BINOMIAL -> score > 0 ? 1 : 0;
        case POISSON -> Math.floor(Math.exp(score));
        default -> Math.exp(score);
      };
    }
  }

  /** A learner and the names that it goes by in {@link Kind}. */
  private record Entry(Learner learner, List<String> names) {

    static Entry of(Learner learner, String... names) {
      List<String> all = new ArrayList<>(List.of(names));
      all.add("all");
      if (learner instanceof Classifier) {
        all.add("classifiers");
      }
      return new Entry(learner, all);
    }

    boolean isOf(Class<?> type) {
      return learner.getClass() == type;
    }

    Optional<Model> fit(Dataset data) {
      try {
        return Optional.of(
            learner instanceof Classifier<?> classifier
                ? classifier.fit(data)
                : ((Regressor<?>) learner).fit(data));
      } catch (CairnException e) {
        assertThat(e.getMessage()).as("why %s refuses", learner).hasSizeGreaterThan(20);
        return Optional.empty();
      }
    }
  }

  private static final List<Entry> ENTRIES =
      List.of(
          Entry.of(new ElasticNet().withAlpha(0.01)),
          Entry.of(new ElasticNetCV(), "cross-validated"),
          Entry.of(new GeneralizedLinearModel()),
          Entry.of(new GeneralizedLinearModel().withFamily(Family.BINOMIAL), "binomial"),
          Entry.of(new GeneralizedLinearModel().withFamily(Family.BINOMIAL).withAlpha(0.1)),
          Entry.of(new GeneralizedLinearModel().withFamily(Family.GAMMA)),
          Entry.of(new GeneralizedLinearModel().withFamily(Family.POISSON)),
          Entry.of(new HuberRegressor(), "Huber"),
          Entry.of(new IsotonicRegression().withFeature("x0")),
          Entry.of(new Lasso().withAlpha(0.01)),
          Entry.of(new LassoCV(), "cross-validated"),
          Entry.of(new LinearDiscriminantAnalysis()),
          Entry.of(new LinearRegression()),
          Entry.of(new LinearRegression(false, CovarianceType.HC3)),
          Entry.of(new LogisticRegression()),
          Entry.of(new LogisticRegression().withSolver(LogisticSolver.LBFGS)),
          Entry.of(new LogisticRegression().withPenalty(Penalty.L1)),
          Entry.of(new LogisticRegression().withPenalty(Penalty.NONE), "free logistic"),
          Entry.of(
              new LogisticRegression().withPenalty(Penalty.NONE).withSolver(LogisticSolver.LBFGS)),
          Entry.of(new QuadraticDiscriminantAnalysis(), "QDA"),
          Entry.of(new QuadraticDiscriminantAnalysis().withRegularization(0.1)),
          Entry.of(new QuantileRegressor(), "quantile"),
          Entry.of(new Ridge()),
          Entry.of(new Ridge().withAlpha(0)),
          Entry.of(new RidgeCV(), "cross-validated"),
          Entry.of(new SGDClassifier(), "descent"),
          Entry.of(new SGDRegressor(), "descent"));

  @ParameterizedTest
  @EnumSource(Kind.class)
  void onlyThoseThatMustRefuseIt(Kind kind) {
    Set<String> refused = new TreeSet<>();
    Set<String> expected = new TreeSet<>();
    for (Entry entry : ENTRIES) {
      Dataset data = kind.data(entry.learner);
      if (entry.names.stream().anyMatch(kind.refusing::contains)) {
        expected.add(entry.learner.toString());
      }
      entry
          .fit(data)
          .ifPresentOrElse(
              model -> checkFinite(model, data), () -> refused.add(entry.learner.toString()));
    }
    assertThat(refused).isEqualTo(expected);
  }

  /** Of all learners of the package: those that are not listed above too. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyLearnerFitsOrRefuses(Kind kind) {
    for (Learner learner : learners().toList()) {
      Dataset data = kind.data(learner);
      Entry.of(learner).fit(data).ifPresent(model -> checkFinite(model, data));
    }
  }

  /** Those listed above and all others of the package, by their defaults. */
  private static Stream<Learner> learners() {
    Stream<Learner> others =
        Learners.all().stream()
            .filter(learner -> learner.getClass().getPackageName().equals("org.cairnml.linear"))
            .filter(learner -> ENTRIES.stream().noneMatch(e -> e.isOf(learner.getClass())));
    return Stream.concat(ENTRIES.stream().map(Entry::learner), others);
  }

  private static void checkFinite(Model model, Dataset data) {
    if (model instanceof LinearCoefficients line) {
      assertThat(finite(line.coefficients())).as("%s", line.table()).isTrue();
    }
    if (model instanceof ClassCoefficients lines) {
      assertThat(finite(lines.coefficients().data())).as("%s", lines.table()).isTrue();
    }
    for (int i = 0; i < data.rows(); i++) {
      double[] row = data.x().row(i).toArray();
      if (model instanceof ProbabilityModel classes) {
        double[] p = classes.probabilities(row);
        assertThat(finite(p)).as("%s: %s", model, Arrays.toString(p)).isTrue();
        assertThat(Math.abs(Arrays.stream(p).sum() - 1)).isLessThan(SUM);
      } else if (model instanceof ClassificationModel classes) {
        assertThat(classes.predict(row)).isIn(classes.classes());
      } else {
        assertThat(((RegressionModel) model).predict(row)).as("%s", model).isFinite();
      }
    }
  }

  private static boolean finite(double[] values) {
    return Arrays.stream(values).allMatch(Double::isFinite);
  }

  @Test
  void theLimitOfStepsEndsEverySearchWithAWarning() {
    List<LogRecord> warnings = new ArrayList<>();
    Handler handler = new Collecting(warnings);
    Logger logger = Logger.getLogger("org.cairnml.linear");
    List<Learner> listed = ENTRIES.stream().map(Entry::learner).toList();
    logger.addHandler(handler);
    try {
      for (Learner learner : learners().filter(DegenerateDataTest::iterates).toList()) {
        warnings.clear();
        Learner brief = Hyperparameters.with(learner, "maxIterations", 1);
        Model model = Entry.of(brief).fit(hard(learner)).orElseThrow();
        boolean converged = model.summary().converged();
        assertThat(warnings).as("warnings of %s", brief).hasSize(converged ? 0 : 1);
        warnings.forEach(warning -> assertThat(warning.getMessage()).contains("converge"));
        if (listed.contains(learner)) {
          assertThat(converged).as("%s converged", brief).isFalse();
        }
      }
    } finally {
      logger.removeHandler(handler);
    }
  }

  private static boolean iterates(Learner learner) {
    boolean gaussian =
        learner instanceof GeneralizedLinearModel general && general.family() == Family.GAUSSIAN;
    return Hyperparameters.has(learner, "maxIterations") && !gaussian;
  }

  /** Columns that are nearly alike, which no method is done with in a step. */
  private static Dataset hard(Learner learner) {
    Dataset data = Kind.COLLINEAR_COLUMNS.data(learner);
    Matrix x = data.x().copy();
    for (int i = 0; i < x.rows(); i++) {
      x.set(i, 3, x.get(i, 3) + 0.01 * Math.sin(i));
    }
    return data.withFeatures(x, data.schema());
  }

  private static final class Collecting extends Handler {

    private final List<LogRecord> records;

    Collecting(List<LogRecord> records) {
      this.records = records;
    }

    @Override
    public void publish(LogRecord record) {
      records.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
