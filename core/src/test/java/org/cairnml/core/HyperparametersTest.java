package org.cairnml.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class HyperparametersTest {

  public record Knobs(double rate, int rounds, OptionalInt depth, String share, boolean quick)
      implements Learner {}

  private static final Knobs KNOBS = new Knobs(0.5, 3, OptionalInt.empty(), "all", false);

  @Test
  void valuesOfOtherTypesThatSayTheSameAreTaken() {
    assertThat(Hyperparameters.with(KNOBS, "depth", 4).depth()).hasValue(4);
    assertThat(Hyperparameters.with(KNOBS, "depth", OptionalInt.of(4)).depth()).hasValue(4);
    assertThat(Hyperparameters.with(KNOBS, "depth", "none").depth()).isEmpty();
    assertThat(Hyperparameters.with(KNOBS, "rate", 2).rate()).isEqualTo(2);
    assertThat(Hyperparameters.with(KNOBS, "rate", 0.1).rate()).isEqualTo(0.1);
    assertThat(Hyperparameters.with(KNOBS, "rounds", 7L).rounds()).isEqualTo(7);
    assertThat(Hyperparameters.with(KNOBS, "share", 0.3).share()).isEqualTo("0.3");
    assertThat(Hyperparameters.with(KNOBS, "quick", true).quick()).isTrue();
  }

  @Test
  void othersAreRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hyperparameters.with(KNOBS, "rounds", 1.5))
        .withMessage("rounds must be int, but was '1.5'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hyperparameters.with(KNOBS, "rate", List.of()))
        .withMessageContaining("rate must be double");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hyperparameters.with(KNOBS, "depth", null))
        .withMessageContaining("depth must be int or none");
  }
}
