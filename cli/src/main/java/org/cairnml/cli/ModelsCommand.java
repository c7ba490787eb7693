package org.cairnml.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cairnml.core.Classifier;
import org.cairnml.core.Clusterer;
import org.cairnml.core.Hyperparameter;
import org.cairnml.core.Hyperparameters;
import org.cairnml.core.Learner;
import org.cairnml.core.Learners;
import org.cairnml.core.Ranker;
import org.cairnml.core.Regressor;
import org.cairnml.core.Transformer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cairn models}. */
@Command(
    name = "models",
    description = "List every learner with its hyperparameters and their defaults.",
    mixinStandardHelpOptions = true)
final class ModelsCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    List<Learner> learners =
        Learners.all().stream().filter(l -> !(l instanceof Transformer<?>)).toList();
    if (json) {
      out.println(Json.of(Map.of("models", learners.stream().map(ModelsCommand::toMap).toList())));
    } else {
      learners.forEach(learner -> print(learner, out));
    }
  }

  private static void print(Learner learner, PrintWriter out) {
    out.println(Learners.name(learner) + " (" + kind(learner) + ")");
    out.println("    " + Learners.describe(learner));
    for (Hyperparameter p : Hyperparameters.of(learner)) {
      String range = p.range().isEmpty() ? "" : ", in " + p.range();
      out.printf(
          Locale.ROOT, "    %-22s %s%n", p.name() + "=" + Hyperparameters.text(p.value()), p.doc());
      out.printf(Locale.ROOT, "    %-22s %s%s%n", "", p.type(), range);
    }
    out.println();
  }

  private static Map<String, Object> toMap(Learner learner) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", Learners.name(learner));
    map.put("kind", kind(learner));
    map.put("description", Learners.describe(learner));
    List<Object> parameters = new ArrayList<>();
    for (Hyperparameter p : Hyperparameters.of(learner)) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", p.name());
      one.put("type", p.type());
      one.put("default", p.value() instanceof Number n ? n : Hyperparameters.text(p.value()));
      one.put("range", p.range());
      one.put("description", p.doc());
      parameters.add(one);
    }
    map.put("hyperparameters", parameters);
    return map;
  }

  private static String kind(Learner learner) {
    if (learner instanceof Classifier<?>) {
      return "classification";
    }
    if (learner instanceof Regressor<?>) {
      return "regression";
    }
    if (learner instanceof Ranker<?>) {
      return "ranking";
    }
    if (learner instanceof Clusterer<?>) {
      return "clustering";
    }
    return "learner";
  }
}
