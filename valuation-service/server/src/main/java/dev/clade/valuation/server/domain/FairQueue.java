package dev.clade.valuation.server.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Chooses whose turn is next: of the runs of the highest priority the one with the least pass,
 * which grows with what a run gets, divided by its share. Runs that compete all the time therefore
 * share in proportion, to within one turn. This is stride scheduling (Waldspurger and Weihl 1995).
 * A run that could not take a turn for a while, or is new, goes on from the least pass of those
 * that competed meanwhile, as in start-time fair queueing (Goyal, Vin and Cheng 1996): time that it
 * was away is not made good. Passes are compared among runs of one priority and trainer.
 */
public final class FairQueue {
  private static final Comparator<Contender> FIRST =
      Comparator.comparing(Contender::priority, Comparator.reverseOrder())
          .thenComparing(Contender::pass)
          .thenComparing(Contender::createTime)
          .thenComparing(Contender::run);

  private final List<Contender> before;
  private final List<Contender> now;

  /** Compares the passes of all active runs. */
  public FairQueue(Collection<Contender> active) {
    this.before = List.copyOf(active);
    Map<List<Object>, Double> starts =
        before.stream()
            .collect(
                Collectors.groupingBy(
                    FairQueue::peers,
                    Collectors.collectingAndThen(Collectors.toList(), FairQueue::start)));
    this.now = before.stream().map(each -> compared(each, starts.get(peers(each)))).toList();
  }

  /** Returns the run that is next for a worker; nothing when none fits. */
  public Optional<Contender> next(LeaseRequest request) {
    return now.stream().filter(Contender::isReady).filter(request::fits).min(FIRST);
  }

  /** Returns the runs whose pass or waiting the comparison changed. */
  public List<Contender> changed() {
    return now.stream().filter(each -> !before.contains(each)).toList();
  }

  private static Contender compared(Contender run, double start) {
    if (!run.isReady()) {
      return run.with(run.pass(), false);
    }
    return run.waiting() ? run : run.with(Math.max(run.pass(), start), true);
  }

  private static List<Object> peers(Contender run) {
    return List.of(run.priority(), run.customTrainer());
  }

  /** Where who joins begins: beside the last of those that compete, else beside the foremost. */
  private static double start(List<Contender> peers) {
    return peers.stream()
        .filter(each -> each.waiting() && each.isReady())
        .mapToDouble(Contender::pass)
        .min()
        .orElseGet(() -> peers.stream().mapToDouble(Contender::pass).max().orElse(0));
  }
}
