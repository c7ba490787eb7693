package org.cairnml.linear;

import java.util.List;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema;

/** What the codecs of both classification models of stochastic gradient descent write. */
final class SGDFields {

  private SGDFields() {}

  /** Makes a model of what was read. */
  @FunctionalInterface
  interface Maker<M> {
    M make(
        Schema schema,
        List<String> classes,
        int[] present,
        List<SGDState> states,
        FitSummary summary);
  }

  static Fields write(SGDClassificationModel model) {
    return Fields.create()
        .set("schema", model.schema())
        .setStrings("classes", model.classes())
        .set("present", model.present())
        .setList("states", model.states().stream().map(SGDState::write).toList())
        .set("summary", model.summary());
  }

  static <M> M read(Fields fields, Maker<M> maker) {
    Schema schema = fields.getSchema("schema");
    List<String> classes = fields.getStrings("classes");
    int[] present = fields.getInts("present");
    PresentClasses.check(present, classes);
    List<SGDState> states =
        fields.getList("states").stream().map(f -> SGDState.read(f, schema.width())).toList();
    if (present.length < 2 || states.size() != (present.length == 2 ? 1 : present.length)) {
      throw new FormatException(states.size() + " states for " + present.length + " classes");
    }
    return maker.make(schema, classes, present, states, fields.getSummary("summary"));
  }
}
