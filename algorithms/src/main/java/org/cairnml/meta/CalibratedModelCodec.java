package org.cairnml.meta;

import java.util.ArrayList;
import java.util.List;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.Schema;
import org.cairnml.core.ScoreModel;

/**
 * Fields: {@code schema}, {@code classes}, {@code members} (each {@code model}, if it gives scores
 * their {@code scale}, and {@code calibrator}: an {@code exponent} with the classes {@code
 * present}, or {@code curves} of type {@code sigmoid} with {@code slope} and {@code intercept} or
 * {@code isotonic} with points {@code x} and {@code y}), {@code summary}.
 */
public final class CalibratedModelCodec implements ModelCodec<CalibratedModel> {

  /** For the service loader. */
  public CalibratedModelCodec() {}

  @Override
  public String typeId() {
    return "meta.calibrated";
  }

  @Override
  public Class<CalibratedModel> type() {
    return CalibratedModel.class;
  }

  @Override
  public Fields write(CalibratedModel model) {
    List<Fields> members = new ArrayList<>();
    for (CalibratedModel.Member member : model.members()) {
      members.add(base(member.model()).set("calibrator", member.calibrator().write()));
    }
    return Fields.create()
        .set("schema", model.schema())
        .setStrings("classes", model.classes())
        .setList("members", members)
        .set("summary", model.summary());
  }

  @Override
  public CalibratedModel read(Fields fields) {
    Schema schema = fields.getSchema("schema");
    List<String> classes = fields.getStrings("classes");
    List<CalibratedModel.Member> members = new ArrayList<>();
    for (Fields member : fields.getList("members")) {
      ProbabilityModel model = base(member);
      if (!model.classes().equals(classes) || !model.schema().equals(schema)) {
        throw new FormatException("a calibrated model has other classes or columns than the whole");
      }
      members.add(
          new CalibratedModel.Member(
              model, Calibrator.read(member.getFields("calibrator"), classes.size())));
    }
    if (members.isEmpty()) {
      throw new FormatException("there is no model to calibrate");
    }
    return new CalibratedModel(schema, classes, members, fields.getSummary("summary"));
  }

  private static Fields base(ProbabilityModel model) {
    return model instanceof ScoreOdds odds
        ? Fields.create().setModel("model", odds.model()).set("scale", odds.scale())
        : Fields.create().setModel("model", model);
  }

  private static ProbabilityModel base(Fields member) {
    if (!member.has("scale")) {
      return member.getModel("model", ProbabilityModel.class);
    }
    double scale = member.getDouble("scale");
    if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
      throw new FormatException("the scale of scores is " + scale);
    }
    return new ScoreOdds(member.getModel("model", ScoreModel.class), scale);
  }
}
