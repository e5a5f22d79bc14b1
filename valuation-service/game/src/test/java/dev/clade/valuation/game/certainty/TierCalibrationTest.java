package dev.clade.valuation.game.certainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.LeverageDesign;
import dev.clade.valuation.game.estimate.ExactEnumeration;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.regression.SizeAdjustedRegression;
import dev.clade.valuation.game.testing.Game;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TierCalibrationTest {
  @Test
  void agreementTellsSizeFromTheRest() {
    // Size 1: proxy 1, 2, retrained 3, 5; size 2: proxy 6, 5, retrained 6, 7. Within sizes
    // -.5, .5, .5, -.5 and -1, 1, -.5, .5: products .5 + .5 - .25 - .25 = .5 over sqrt(1 * 2.5).
    UtilityTable proxy = table(new long[] {1, 2, 3, 5, 6}, 1, 2, 6, 5, 99);
    UtilityTable retrained = table(new long[] {1, 2, 3, 5}, 3, 5, 6, 7);
    ProxyAgreement agreement = ProxyAgreement.of(proxy, retrained);
    assertThat(agreement.coalitionCount()).isEqualTo(4);
    // Deviations -2.5, -1.5, 2.5, 1.5 and -2.25, -.25, .75, 1.75: 10.5 over sqrt(17 * 8.75).
    assertThat(agreement.pearson()).isEqualTo(10.5 / Math.sqrt(17 * 8.75), within(1e-12));
    assertThat(agreement.withinSizePearson()).isEqualTo(0.5 / Math.sqrt(2.5), within(1e-12));
    assertThat(agreement.meanAbsoluteError()).isEqualTo((2 + 3 + 0 + 2) / 4.0);
    assertThat(agreement.biasBySize()).isEqualTo(Map.of(1, -2.5, 2, -1.0));
  }

  @Test
  void correctionOfAllCoalitionsGivesTheRetrainedValues() {
    Game proxy = Game.random(5, 1);
    Game retrained = Game.random(5, 2);
    TierCalibration calibration =
        TierCalibration.of(new ExactEnumeration(5), proxy.table(), retrained.table()).orElseThrow();
    double[] exact = retrained.shapleyValues();
    for (int player = 0; player < 5; player++) {
      assertThat(
              calibration.proxy().values().get(player).value()
                  + calibration.correction().values().get(player).value())
          .isEqualTo(exact[player], within(1e-12));
    }
  }

  @Test
  void goodProxyPaysAndABiasedOneIsMended() {
    Game truth = Game.saturating(10);
    // The proxy undervalues player 4 everywhere, and errs by size besides.
    Game proxy =
        new Game(10, c -> truth.of(c) - (c.contains(4) ? 0.2 : 0) + (c.size() % 10) * 0.05);
    UtilityTable many = proxy.table(LeverageDesign.draw(10, 302, 1), 2, 0.02, 1);
    UtilityTable few = truth.table(LeverageDesign.draw(10, 62, 2), 1, 0.02, 2).filter(many::has);
    UtilityTable.Builder shared = UtilityTable.builder(10);
    few.forEach((coalition, each) -> shared.add(coalition, 0, each.mean()));
    TierCalibration calibration =
        TierCalibration.of(new SizeAdjustedRegression(), many, shared.build()).orElseThrow();
    PlayerValue correction = calibration.correction().values().get(4);
    assertThat(correction.value()).isEqualTo(0.2, within(0.06));
    assertThat(calibration.gain()).isGreaterThan(2);

    LayeredValue value =
        LayeredValue.of(
                new PairedBootstrap(new SizeAdjustedRegression(), 100, 1),
                many,
                Optional.of(calibration))
            .orElseThrow()
            .get(4);
    assertThat(value.interval().holds(truth.shapleyValues()[4])).isTrue();
    assertThat(value.proxyCorrection()).isEqualTo(correction.value());
    assertThat(value.proxyError()).isEqualTo(correction.standardError());
    assertThat(value.trainingError()).isPositive().isLessThan(value.totalError());
    assertThat(Math.hypot(value.trainingError(), value.samplingError()))
        .isEqualTo(value.totalError(), within(1e-12));
  }

  @Test
  void tooFewSharedCoalitionsCorrectNothing() {
    UtilityTable proxy = Game.saturating(6).table();
    UtilityTable few = proxy.filter(each -> each.size() % 6 == 0 || each.members() == 1);
    assertThat(TierCalibration.of(new SizeAdjustedRegression(), proxy, few)).isEmpty();
  }

  private static UtilityTable table(long[] members, double... utilities) {
    UtilityTable.Builder builder = UtilityTable.builder(3);
    for (int i = 0; i < members.length; i++) {
      builder.add(new Coalition(3, members[i]), 0, utilities[i]);
    }
    return builder.build();
  }
}
