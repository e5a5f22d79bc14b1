package dev.clade.local.bench.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.local.bench.BenchOptions;
import dev.clade.local.bench.BenchResult;
import dev.clade.valuation.game.simulation.SimulatedGame;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapleyBenchTest {
  @TempDir private Path folder;

  /** Its own checks hold, with other libraries or without. */
  @Test
  void valuesOfATableAreExactWhenAllOfItIsKnown() throws Exception {
    Path file = table(IntStream.range(0, 16).mapToObj(m -> m + "," + Math.sqrt(m)).toList());
    StringWriter words = new StringWriter();
    BenchResult result = new ShapleyBench().run(options(file), new PrintWriter(words, true));
    assertThat(result.correct()).as(words.toString()).isTrue();
    assertThat(words.toString().strip()).endsWith(result.holds() ? "holds" : "falls short");
  }

  @Test
  void rowsMayComeInAnyOrderUnderAHeader() throws IOException {
    // Worths 1, 2 and 4 are the bits of the mask.
    Path file =
        table(List.of("mask,utility", "3,3", "0,0", "7,7", "1,1", "2,2", "6,6", "5,5", "4,4"));
    SimulatedGame game = GameSet.of(options(file), 2).getFirst().games().getLast();
    assertThat(game.values()).containsExactly(new double[] {1, 2, 4}, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0,1;1,1;2,1;3,1;4,1;5,1;6,1",
        "0,1;1,1;2,1;3,1;4,1;5,1;6,1;6,1",
        "0,1;1,1;2,1;3,1;4,1;5,1;6,1;8,1",
        "0,1;1,1;2,1;3,1;4,1;5,1;6,1;7,NaN",
        "0,1;1,1;2,1;3,1;4,1;5,1;6,1;7",
        "0,1;1,1;2,1;3,x;4,1;5,1;6,1;7,1"
      })
  void tablesThatAreNoGameAreRefused(String rows) throws IOException {
    Path file = table(List.of(rows.split(";", -1)));
    assertThatIllegalArgumentException().isThrownBy(() -> GameSet.of(options(file), 1));
  }

  @Test
  void medianCountsAGameWithoutAnswerAsInfinitelyWrong() {
    Errors errors = new Errors(3);
    errors.add("one", 10, 2);
    errors.add("one", 10, 1);
    assertThat(errors.median("one", 10)).isEqualTo(2);
    errors.add("other", 10, 1);
    assertThat(errors.median("other", 10)).isInfinite();
  }

  private Path table(List<String> rows) throws IOException {
    return Files.writeString(
        folder.resolve("table.csv"), rows.stream().collect(Collectors.joining("\n")));
  }

  private static BenchOptions options(Path file) {
    return new BenchOptions(Path.of(""), Optional.of(file), Optional.of(2), 1_000, 1);
  }
}
