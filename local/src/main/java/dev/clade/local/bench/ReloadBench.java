package dev.clade.local.bench;

import dev.clade.local.bench.hub.Hub;
import dev.clade.local.mesh.Service;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Seconds from starting the lineage service's process again until its first answer, with the file
 * of the graph that it left when it was stopped and a feed that went on meanwhile; and beside it
 * the same without the file, from the feed alone. That the file was used is seen at the feed: it is
 * asked for what came after the file only.
 */
public final class ReloadBench implements Bench {
  private static final Goal GOAL = new Goal(Goal.Bound.UNDER, 20, "s");
  private static final int ROUNDS = 5;

  /** Changes while the service is away. */
  private static final int TAIL = 100;

  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
  private boolean correct = true;
  private boolean replayed;

  @Override
  public String name() {
    return "reload";
  }

  @Override
  public String description() {
    return "seconds from restart to the first answer, 2 million models; goal: under 20";
  }

  @Override
  public BenchResult run(BenchOptions options, PrintWriter out) throws Exception {
    Hub hub = options.hub(out);
    int rounds = options.rounds().orElse(ROUNDS);
    Map<String, Double> figures = new LinkedHashMap<>();
    out.printf("%d rounds, each with %,d changes while the service is away%n", rounds, TAIL);
    out.flush();
    long head = hub.count() - (long) rounds * TAIL;
    try (HubService service = new HubService(options.home(), hub, head)) {
      Restarts restarts = new Restarts(service, hub, options.seed());
      for (int round = 0; round < rounds; round++) {
        note(restarts.withFile(TAIL), "with_file", out);
        note(restarts.withoutFile(), "without_file", out);
      }
      figures.put("peak_bytes_service", service.mesh().peakBytes(Service.LINEAGE));
      out.println(service.memory());
    }
    seconds.forEach(
        (what, each) -> {
          figures.put(what + "_seconds", Spread.of(each).median());
          out.printf("%s: %s s%n", what, Spread.of(each).toString(2));
        });
    if (replayed) {
      out.println("The service read no file: it asked for the whole feed, so this was a replay.");
    }
    double figure = figures.get("with_file_seconds");
    return new BenchResult(name(), Machine.describe(), figures, figure, GOAL, correct && !replayed)
        .conclude("from start to first answer", out);
  }

  private void note(Restarts.Restart restart, String what, PrintWriter out) {
    seconds.computeIfAbsent(what, _ -> new ArrayList<>()).add(restart.answerSeconds());
    correct &= restart.right();
    replayed |= what.equals("with_file") && restart.after() == 0;
    out.printf(
        "%s: stopped in %.2f s, answered after %.2f s, %s; read the feed after %,d of %,d%n",
        what,
        restart.stopSeconds(),
        restart.answerSeconds(),
        restart.right() ? "all right" : "WRONG",
        restart.after(),
        restart.head());
    out.flush();
  }
}
