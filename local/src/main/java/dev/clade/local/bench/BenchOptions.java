package dev.clade.local.bench;

import dev.clade.local.bench.hub.GeneratedHub;
import dev.clade.local.bench.hub.Hub;
import dev.clade.local.bench.hub.HubShape;
import dev.clade.local.bench.hub.HubTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a bench is told.
 *
 * @param home root of the repository
 * @param data the data to use instead of the bench's own choice
 * @param rounds how many times to measure each side; by default as often as the bench thinks right
 * @param models how many models a generated hub has
 * @param seed what a generated hub and the questions to it are drawn by
 * @param minutes how long to go on; by default as long as the bench thinks right
 */
public record BenchOptions(
    Path home,
    Optional<Path> data,
    Optional<Integer> rounds,
    int models,
    long seed,
    Optional<Integer> minutes) {

  /** Checks the numbers. */
  public BenchOptions {
    if (rounds.isPresent() && rounds.get() < 1) {
      throw new IllegalArgumentException("--rounds must be at least 1");
    }
    if (models < 1_000 || models > 5_000_000) {
      throw new IllegalArgumentException("--models must be from 1,000 to 5,000,000");
    }
    if (minutes.isPresent() && (minutes.get() < 1 || minutes.get() > 1_440)) {
      throw new IllegalArgumentException("--minutes must be from 1 to 1,440");
    }
  }

  /** Leaves it to the bench how long to go on. */
  public BenchOptions(
      Path home, Optional<Path> data, Optional<Integer> rounds, int models, long seed) {
    this(home, data, rounds, models, seed, Optional.empty());
  }

  /** Returns the hub to measure, after telling which it is and how near to the real one. */
  public Hub hub(PrintWriter out) throws IOException {
    Hub hub = data.isPresent() ? HubTable.read(data.get()) : GeneratedHub.of(models, seed);
    out.printf(
        "%s%n%s; %,d artifacts, %,d relations%n",
        Machine.describe(), hub.description(), hub.count(), hub.relationCount());
    if (data.isEmpty()) {
      HubShape.print(hub, out);
    }
    out.flush();
    return hub;
  }
}
