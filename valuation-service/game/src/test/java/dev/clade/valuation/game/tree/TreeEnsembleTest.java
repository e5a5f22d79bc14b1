package dev.clade.valuation.game.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.testing.Game;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TreeEnsembleTest {
  @Property(tries = 50)
  void valuesAreThoseOfEnumeration(
      @ForAll @IntRange(min = 2, max = 8) int players, @ForAll long seed) {
    TreeEnsemble ensemble = random(players, seed);
    assertThat(ensemble.shapleyValues())
        .containsExactly(new Game(players, ensemble::utility).shapleyValues(), within(1e-11));
  }

  @Property(tries = 50)
  void partsOfSizesAndTheEndpointsSumToTheValues(
      @ForAll @IntRange(min = 2, max = 8) int players, @ForAll long seed) {
    TreeEnsemble ensemble = random(players, seed);
    double whole =
        ensemble.utility(Coalition.grand(players)) - ensemble.utility(Coalition.empty(players));
    double[] sums = new double[players];
    Arrays.fill(sums, whole / players);
    for (int size = 1; size < players; size++) {
      double[] part = ensemble.partOfSize(size);
      Arrays.setAll(sums, player -> sums[player] + part[player]);
    }
    assertThat(sums).containsExactly(ensemble.shapleyValues(), within(1e-11));
  }

  @Test
  void leafOfOneSideIsAUnanimityGame() {
    assertThat(new TreeEnsemble(4, List.of(new Leaf(0b1011, 0, 6))).shapleyValues())
        .containsExactly(new double[] {2, 2, 0, 2}, within(1e-15));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void valuesAreThoseOfShapAndShapiq(String line) {
    String[] parts = line.split(";", -1);
    List<Leaf> leaves =
        Arrays.stream(parts[1].split(",", -1))
            .map(leaf -> leaf.split(":", -1))
            .map(
                leaf ->
                    new Leaf(
                        Long.parseLong(leaf[0]),
                        Long.parseLong(leaf[1]),
                        Double.parseDouble(leaf[2])))
            .toList();
    double[] values = new TreeEnsemble(Integer.parseInt(parts[0]), leaves).shapleyValues();
    // shap computes with single precision.
    assertThat(values).containsExactly(numbers(parts[2]), within(1e-6));
    assertThat(values).containsExactly(numbers(parts[3]), within(1e-6));
  }

  private static TreeEnsemble random(int players, long seed) {
    Random random = new Random(seed);
    return new TreeEnsemble(
        players,
        IntStream.range(0, 12)
            .mapToObj(
                _ -> {
                  long present = random.nextLong();
                  long absent = random.nextLong() & ~present;
                  long everybody = (1L << players) - 1;
                  return new Leaf(present & everybody, absent & everybody, random.nextGaussian());
                })
            .toList());
  }

  private static double[] numbers(String list) {
    return Arrays.stream(list.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  private static Stream<String> lines() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                TreeEnsembleTest.class.getResourceAsStream("tree_answers.csv"),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList().stream();
    }
  }
}
