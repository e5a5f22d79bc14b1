package dev.clade.valuation.game.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.Semivalue;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.ExactEnumeration;
import dev.clade.valuation.game.regression.LeverageShap;
import dev.clade.valuation.game.regression.SizeAdjustedRegression;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random games that shapiq and numpy solved: game_answers.py in src/test/python. */
class IndependentAnswersTest {
  @ParameterizedTest
  @MethodSource("lines")
  void valuesAreThoseOfOtherPrograms(String line) {
    String[] parts = line.split(";", -1);
    int players = Integer.parseInt(parts[0]);
    double[] utilities = Answers.numbers(parts[1]);
    Game game = new Game(players, coalition -> utilities[(int) coalition.members()]);
    UtilityTable.Builder sample = UtilityTable.builder(players);
    sample.add(Coalition.empty(players), 0, game.of(Coalition.empty(players)));
    sample.add(Coalition.grand(players), 0, game.of(Coalition.grand(players)));
    for (double members : Answers.numbers(parts[4])) {
      Coalition coalition = new Coalition(players, (long) members);
      sample.add(coalition, 0, game.of(coalition));
    }

    assertSolves(new ExactEnumeration(players), game.table(), parts[2]);
    assertSolves(new ExactEnumeration(players, Semivalue.banzhaf()), game.table(), parts[3]);
    assertSolves(new LeverageShap(), sample.build(), parts[5]);
    assertSolves(new SizeAdjustedRegression(), sample.build(), parts[6]);
  }

  private static void assertSolves(Estimator estimator, UtilityTable table, String expected) {
    assertThat(Game.values(estimator.solve(table).orElseThrow()))
        .containsExactly(Answers.numbers(expected), within(1e-10));
  }

  private static Stream<String> lines() throws IOException {
    return Answers.lines(IndependentAnswersTest.class, "game_answers.csv");
  }
}
