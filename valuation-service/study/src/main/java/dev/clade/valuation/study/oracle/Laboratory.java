package dev.clade.valuation.study.oracle;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * An oracle with its ledger: computes what is asked for and not known yet, on several threads. What
 * it answers does not depend on their number.
 */
public final class Laboratory {
  private final CoalitionOracle oracle;
  private final Ledger ledger;
  private final int threads;

  /** Told how far evaluations are. */
  public interface Progress {
    /** Called first, with how many there are. */
    void total(int evaluations);

    /** Called when one more is done. */
    void done();
  }

  /** Brings an oracle and its ledger together. */
  public Laboratory(CoalitionOracle oracle, Ledger ledger, int threads) {
    this.oracle = oracle;
    this.ledger = ledger;
    this.threads = threads;
  }

  /** Returns the oracle. */
  public CoalitionOracle oracle() {
    return oracle;
  }

  /** Returns all that was computed. */
  public Ledger ledger() {
    return ledger;
  }

  /** Returns how many players there are. */
  public int playerCount() {
    return oracle.split().playerCount();
  }

  /** Returns every coalition, in order. */
  public List<Coalition> everyCoalition() {
    return LongStream.range(0, 1L << playerCount())
        .mapToObj(members -> new Coalition(playerCount(), members))
        .toList();
  }

  /** Returns the coalitions that are neither of nobody nor of everybody, in order. */
  public List<Coalition> interior() {
    return everyCoalition().subList(1, (1 << playerCount()) - 1);
  }

  /**
   * Computes the replicates of coalitions from one number up to another that are not known yet.
   *
   * @param progress told how many there are, then of each that is done
   * @throws IOException when the ledger cannot be written
   */
  public void evaluate(
      Tier tier,
      Collection<Coalition> coalitions,
      int firstReplicate,
      int endReplicate,
      Progress progress)
      throws IOException {
    SortedSet<Evaluation> missing = new TreeSet<>();
    coalitions.forEach(
        coalition ->
            IntStream.range(firstReplicate, endReplicate)
                .mapToObj(replicate -> new Evaluation(tier, coalition, replicate))
                .filter(evaluation -> !ledger.has(evaluation))
                .forEach(missing::add));
    progress.total(missing.size());
    if (missing.isEmpty()) {
      return;
    }
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> running =
          missing.stream()
              .<Future<?>>map(evaluation -> workers.submit(() -> evaluate(evaluation)))
              .toList();
      try {
        for (Future<?> each : running) {
          each.get();
          progress.done();
        }
      } catch (ExecutionException e) {
        workers.shutdownNow();
        if (e.getCause() instanceof UncheckedIOException io) {
          throw io.getCause();
        }
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        workers.shutdownNow();
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while evaluating", e);
      }
    }
  }

  /**
   * Returns one utility of some replicates of a tier's coalitions between those of nobody and of
   * everybody; these two are retrained ones, whatever the tier, and so are the endpoints of every
   * value.
   */
  public UtilityTable table(Tier tier, String utility, int firstReplicate, int endReplicate) {
    Tier retrained = oracle.recipe().retrained();
    return ledger.table(
        utility,
        evaluation ->
            evaluation.replicate() >= firstReplicate
                && evaluation.replicate() < endReplicate
                && evaluation.tier().equals(isEndpoint(evaluation.coalition()) ? retrained : tier));
  }

  private static boolean isEndpoint(Coalition coalition) {
    return coalition.size() == 0 || coalition.size() == coalition.playerCount();
  }

  private void evaluate(Evaluation evaluation) {
    long start = System.nanoTime();
    Map<String, Double> utilities = oracle.utilities(evaluation);
    try {
      ledger.add(evaluation, new Ledger.Row((System.nanoTime() - start) / 1e9, utilities));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the coalitions of nobody and of everybody. */
  public List<Coalition> endpoints() {
    return Stream.of(Coalition.empty(playerCount()), Coalition.grand(playerCount())).toList();
  }
}
