package dev.clade.valuation.game.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.ExhaustiveDesign;
import dev.clade.valuation.game.testing.Game;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Games whose Shapley values are known in closed form. */
class ExactEnumerationTest {
  private static final Offset<Double> TOLERANCE = within(1e-12);

  @Test
  void additiveGameGivesEachItsWorth() {
    assertThat(values(Game.additive(-3, 1, 2.5, -4, 0)))
        .containsExactly(new double[] {1, 2.5, -4, 0}, TOLERANCE);
  }

  @Test
  void unanimityGameIsSharedByItsCarriers() {
    long carriers = 0b10110;
    Game game = new Game(5, c -> (c.members() & carriers) == carriers ? 1 : 0);
    assertThat(values(game))
        .containsExactly(new double[] {0, 1 / 3.0, 1 / 3.0, 0, 1 / 3.0}, TOLERANCE);
  }

  @Test
  void gloveGameGivesFourSixthsToTheOnlyLeftGlove() {
    Game game = new Game(3, c -> c.contains(0) && c.size() > 1 ? 1 : 0);
    assertThat(values(game)).containsExactly(new double[] {4 / 6.0, 1 / 6.0, 1 / 6.0}, TOLERANCE);
  }

  @Test
  void airportGameSplitsEachStretchAmongItsUsers() {
    // Runways of length 1, 2, 3, 4: stretch k is shared by the 5 - k airlines that need it.
    Game game = new Game(4, c -> c.players().map(i -> i + 1).max().orElse(0));
    double first = 1 / 4.0;
    double second = first + 1 / 3.0;
    double third = second + 1 / 2.0;
    assertThat(values(game))
        .containsExactly(new double[] {first, second, third, third + 1}, TOLERANCE);
  }

  @Test
  void majorityGameTreatsVotersAlike() {
    Game game = new Game(7, c -> c.size() >= 4 ? 1 : 0);
    double seventh = 1 / 7.0;
    assertThat(values(game))
        .containsExactly(
            new double[] {seventh, seventh, seventh, seventh, seventh, seventh, seventh},
            TOLERANCE);
  }

  @Test
  void soleContributorGetsAll() {
    assertThat(values(Game.additive(2, 5))).containsExactly(new double[] {5}, TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 7})
  void randomGameEqualsTheMeanOverAllPermutations(int players) {
    Game game = Game.random(players, 31 + players);
    assertThat(values(game)).containsExactly(game.permutationValues(), TOLERANCE);
  }

  @Test
  void diagnosticsTellTheEndpointsAndTheNoise() {
    UtilityTable table =
        UtilityTable.builder(1)
            .add(Coalition.empty(1), 0, 1)
            .add(Coalition.empty(1), 1, 3)
            .add(Coalition.grand(1), 0, 10)
            .build();
    Diagnostics diagnostics = new ExactEnumeration(1).solve(table).orElseThrow().diagnostics();
    assertThat(diagnostics).isEqualTo(new Diagnostics(2, 10, 0, Math.sqrt(2), 2, 0, 0));
  }

  @Test
  void oneReplicateGivesValuesWithoutIntervals() {
    PlayerValue value =
        new ExactEnumeration(2).solve(Game.additive(0, 1, 2).table()).orElseThrow().values().get(0);
    assertThat(value.value()).isEqualTo(1, TOLERANCE);
    assertThat(value.standardError()).isNaN();
    assertThat(value.lower()).isNaN();
    assertThat(value.upper()).isNaN();
  }

  @Test
  void intervalOfOnePlayerIsThatOfADifferenceOfMeans() {
    // Means 2 and 12, pooled variance 2 with 2 degrees of freedom: 10 +- t(.975, 2) sqrt(2/2 +
    // 2/2).
    UtilityTable table =
        UtilityTable.builder(1)
            .add(Coalition.empty(1), 0, 1)
            .add(Coalition.empty(1), 1, 3)
            .add(Coalition.grand(1), 0, 11)
            .add(Coalition.grand(1), 1, 13)
            .build();
    PlayerValue value = new ExactEnumeration(1).solve(table).orElseThrow().values().getFirst();
    assertThat(value.value()).isEqualTo(10, TOLERANCE);
    assertThat(value.standardError()).isEqualTo(Math.sqrt(2), TOLERANCE);
    assertThat(value.upper()).isEqualTo(10 + 4.302652729911275 * Math.sqrt(2), within(1e-9));
    assertThat(value.lower()).isEqualTo(10 - 4.302652729911275 * Math.sqrt(2), within(1e-9));
  }

  @Test
  void noiselessReplicatesGivePoints() {
    UtilityTable table = Game.additive(0, 1, 2).table(new ExhaustiveDesign(2), 2, 0, 0);
    PlayerValue value = new ExactEnumeration(2).solve(table).orElseThrow().values().get(1);
    assertThat(value.lower()).isEqualTo(value.upper()).isEqualTo(2, TOLERANCE);
  }

  @Test
  void equalValuesShareTheBetterRank() {
    assertThat(Solution.playerValues(new double[] {1, 4, 1, 0}, new double[4], new double[4]))
        .extracting(PlayerValue::rank)
        .containsExactly(2, 1, 2, 4);
  }

  @Test
  void oneMissingCoalitionMeansNoValues() {
    Game game = Game.random(3, 5);
    UtilityTable.Builder builder = UtilityTable.builder(3);
    for (Coalition coalition : new ExhaustiveDesign(3).coalitions().subList(0, 7)) {
      builder.add(coalition, 0, game.of(coalition));
    }
    assertThat(new ExactEnumeration(3).solve(builder.build())).isEmpty();
  }

  @Test
  void tableOfAnotherGameIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ExactEnumeration(3).solve(Game.random(2, 1).table()));
  }

  private static double[] values(Game game) {
    return new ExactEnumeration(game.playerCount())
        .solve(game.table()).orElseThrow().values().stream()
            .mapToDouble(PlayerValue::value)
            .toArray();
  }
}
