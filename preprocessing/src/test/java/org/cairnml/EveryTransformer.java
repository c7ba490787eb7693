package org.cairnml;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.cairnml.core.Learner;
import org.cairnml.core.Transformer;
import org.cairnml.preprocessing.encode.OneHotEncoder;
import org.cairnml.preprocessing.encode.OrdinalEncoder;
import org.cairnml.preprocessing.feature.BinEncoding;
import org.cairnml.preprocessing.feature.FeatureUnion;
import org.cairnml.preprocessing.feature.KBinsDiscretizer;
import org.cairnml.preprocessing.impute.SimpleImputer;
import org.cairnml.preprocessing.outlier.OutlierAction;
import org.cairnml.preprocessing.outlier.OutlierBounds;
import org.cairnml.preprocessing.scale.PowerMethod;
import org.cairnml.preprocessing.scale.PowerTransformer;
import org.cairnml.preprocessing.scale.QuantileTransformer;
import org.cairnml.preprocessing.scale.Shape;
import org.cairnml.preprocessing.scale.StandardScaler;
import org.cairnml.preprocessing.select.Score;
import org.cairnml.preprocessing.select.SelectKBest;

/** The transformers that services declare, and some more forms of them. */
public final class EveryTransformer {

  private static final String PACKAGES = "org.cairnml.preprocessing.";

  private EveryTransformer() {}

  /** All of them; one that is new comes by itself. */
  public static Stream<Transformer<?>> all() {
    Stream<Transformer<?>> declared =
        ServiceLoader.load(Learner.class).stream()
            .filter(service -> Transformer.class.isAssignableFrom(service.type()))
            .filter(service -> service.type().getPackageName().startsWith(PACKAGES))
            .filter(service -> service.type() != FeatureUnion.class)
            .map(service -> (Transformer<?>) service.get());
    return Stream.concat(
        declared,
        Stream.of(
            new FeatureUnion(List.of(new StandardScaler(), new OrdinalEncoder())),
            new KBinsDiscretizer().withEncoding(BinEncoding.ORDINAL),
            new OneHotEncoder().withMinCount(3),
            new OutlierBounds().withAction(OutlierAction.FLAG),
            new PowerTransformer().withMethod(PowerMethod.BOX_COX),
            new QuantileTransformer().withShape(Shape.NORMAL),
            new SelectKBest().withScore(Score.CHI_SQUARED).withK(2),
            new SelectKBest().withScore(Score.MUTUAL_INFORMATION).withK(2),
            new SimpleImputer().withIndicator(true)));
  }
}
