package org.cairnml.meta;

import java.util.Arrays;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.ProbabilityModel;

/**
 * Fields: {@code base} (a model), {@code score} ({@code LAC} or {@code APS}), {@code limit} of the
 * score, {@code coverage}, {@code summary}.
 */
public final class ConformalClassificationModelCodec
    implements ModelCodec<ConformalClassificationModel> {

  /** For the service loader. */
  public ConformalClassificationModelCodec() {}

  @Override
  public String typeId() {
    return "meta.conformal-classification";
  }

  @Override
  public Class<ConformalClassificationModel> type() {
    return ConformalClassificationModel.class;
  }

  @Override
  public Fields write(ConformalClassificationModel model) {
    return Fields.create()
        .setModel("base", model.base())
        .set("score", model.score().name())
        .set("limit", model.limit())
        .set("coverage", model.coverage())
        .set("summary", model.summary());
  }

  @Override
  public ConformalClassificationModel read(Fields fields) {
    String name = fields.getString("score");
    SetScore score =
        Arrays.stream(SetScore.values())
            .filter(s -> s.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new FormatException("there is no score '" + name + "'"));
    double limit = fields.getDouble("limit");
    if (Double.isNaN(limit)) {
      throw new FormatException("the limit of conformal scores is NaN");
    }
    return new ConformalClassificationModel(
        fields.getModel("base", ProbabilityModel.class),
        score,
        limit,
        fields.getDouble("coverage"),
        fields.getSummary("summary"));
  }
}
