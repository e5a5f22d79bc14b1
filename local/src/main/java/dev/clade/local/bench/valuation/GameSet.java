package dev.clade.local.bench.valuation;

import dev.clade.local.bench.BenchOptions;
import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.design.ExhaustiveDesign;
import dev.clade.valuation.game.estimate.ExactEnumeration;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.simulation.GameFamily;
import dev.clade.valuation.game.simulation.SimulatedGame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Games to estimate the values of, all of which are known.
 *
 * @param name what they are called by
 * @param firstSeed seed of the first one; the others follow
 * @param games one a seed; the same one each time where there is only one
 */
record GameSet(String name, long firstSeed, List<SimulatedGame> games) {
  private static final int PLAYERS = 12;

  /** Returns the game of a table that is given, or the simulated families. */
  static List<GameSet> of(BenchOptions options, int count) throws IOException {
    if (options.data().isPresent()) {
      Path file = options.data().get();
      SimulatedGame game = read(file);
      return List.of(
          new GameSet(
              file.getFileName().toString(), options.seed(), Collections.nCopies(count, game)));
    }
    List<GameSet> sets = new ArrayList<>();
    long first = 1000 * options.seed();
    for (GameFamily family : GameFamily.values()) {
      sets.add(
          new GameSet(
              family.name().toLowerCase(Locale.ROOT),
              first,
              IntStream.range(0, count).mapToObj(i -> family.draw(PLAYERS, first + i)).toList()));
    }
    return sets;
  }

  /** Returns how many players each game has. */
  int players() {
    return games.getFirst().playerCount();
  }

  /** Returns the first game with the values of what is observed, noise included. */
  SimulatedGame observed() {
    return exact(players(), games.getFirst().utilities());
  }

  /** Reads lines of a bit mask, a comma and a utility: every coalition of 3 to 12 players once. */
  private static SimulatedGame read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (!lines.isEmpty() && lines.getFirst().startsWith("mask")) {
      lines = lines.subList(1, lines.size());
    }
    int players = Integer.numberOfTrailingZeros(lines.size());
    if (lines.size() != 1 << players || players < 3 || players > PLAYERS) {
      throw new IllegalArgumentException(
          "the table must have 2^n rows for n players, n from 3 to 12: " + lines.size());
    }
    double[] utilities = new double[lines.size()];
    Arrays.fill(utilities, Double.NaN);
    for (String line : lines) {
      String[] cells = line.split(",", -1);
      if (cells.length != 2) {
        throw new IllegalArgumentException("a row must be mask,utility: " + line);
      }
      Coalition coalition = new Coalition(players, Long.parseLong(cells[0].strip()));
      double utility = Double.parseDouble(cells[1]);
      if (!Double.isFinite(utility) || !Double.isNaN(utilities[(int) coalition.members()])) {
        throw new IllegalArgumentException("a row must be of a new coalition and finite: " + line);
      }
      utilities[(int) coalition.members()] = utility;
    }
    return exact(players, utilities);
  }

  private static SimulatedGame exact(int players, double[] utilities) {
    SimulatedGame game = new SimulatedGame(players, utilities, new double[players]);
    double[] values =
        new ExactEnumeration(players)
            .solve(game.table(new ExhaustiveDesign(players))).orElseThrow().values().stream()
                .mapToDouble(PlayerValue::value)
                .toArray();
    return new SimulatedGame(players, utilities, values);
  }
}
