package dev.clade.local.bench.valuation;

import dev.clade.local.bench.PythonScript;
import dev.clade.valuation.game.simulation.SimulatedGame;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The Python packages pyDVL and shapiq on the same games, where they are. */
final class PythonShapley {
  private static final PythonScript SCRIPT =
      new PythonScript(PythonShapley.class, "shapley_peer.py", "pyDVL shapiq", 1_800);

  private PythonShapley() {}

  /**
   * Adds the errors of all their estimators, and returns why they did not come to their end, if so.
   *
   * @throws IllegalStateException when one asked for more coalitions than its budget
   */
  static Optional<String> measure(GameSet set, List<Integer> budgets, Errors errors)
      throws IOException, InterruptedException {
    PythonScript.Outcome outcome =
        SCRIPT.run(
            file -> {
              file.write(
                  budgets.stream().map(String::valueOf).collect(Collectors.joining(",")) + "\n");
              for (int i = 0; i < set.games().size(); i++) {
                file.write(
                    "%s\t%d\t%s\n"
                        .formatted(
                            set.name(),
                            set.firstSeed() + i,
                            Arrays.stream(set.games().get(i).utilities())
                                .mapToObj(Double::toString)
                                .collect(Collectors.joining(","))));
              }
            });
    for (String line : outcome.lines()) {
      String[] cells = line.split("\t");
      SimulatedGame game = set.games().get((int) (Long.parseLong(cells[1]) - set.firstSeed()));
      int budget = Integer.parseInt(cells[2]);
      if (Integer.parseInt(cells[4]) > budget) {
        throw new IllegalStateException("more coalitions than the budget: " + line);
      }
      double[] values = Arrays.stream(cells).skip(5).mapToDouble(Double::parseDouble).toArray();
      errors.add(cells[3], budget, game.relativeSquaredError(values));
    }
    return outcome.problem();
  }
}
