package dev.clade.local.bench.training;

import com.google.gson.JsonObject;
import dev.clade.local.bench.Bench;
import dev.clade.local.bench.BenchOptions;
import dev.clade.local.bench.BenchResult;
import dev.clade.local.bench.Goal;
import dev.clade.local.bench.Machine;
import dev.clade.local.bench.Spread;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long an epoch of training the shared embedding takes, beside PyTorch in Python with the same
 * network, losses, batch and drawn repositories, one thread each. Both programs run all the time
 * and are asked in turn.
 */
public final class EmbeddingBench implements Bench {
  private static final Goal GOAL = new Goal(Goal.Bound.AT_LEAST, 0.9, "");
  private static final int ROUNDS = 5;
  private static final int ROWS = 10_000;
  private static final int MOST_ROWS = 200_000;

  /** How far two trainings' losses may be from each other, which differ in their random numbers. */
  private static final double MOST_LOSS_RATIO = 1.1;

  /** Epochs until losses are compared. */
  private static final int EPOCHS = 3;

  private final Map<String, Double> figures = new LinkedHashMap<>();

  @Override
  public String name() {
    return "embedding";
  }

  @Override
  public String description() {
    return "an epoch of training the shared embedding on 10,000 repositories (--models up to"
        + " 200,000), beside PyTorch in Python; goal: at least 0.9 of its speed";
  }

  @Override
  public BenchResult run(BenchOptions options, PrintWriter out) throws Exception {
    int rows = options.models() > MOST_ROWS ? ROWS : options.models();
    int rounds = options.rounds().orElse(ROUNDS);
    out.printf("%s; one thread each; %,d drawn repositories%n", Machine.describe(), rows);
    try (Conversation own = Programs.worker(options.home(), "EmbeddingSpeedMain")) {
      Optional<Conversation> peer = Programs.python("embedding_peer.py");
      if (peer.isEmpty()) {
        out.println("PyTorch in Python: not installed (pip install torch), so there is no ratio");
        alone(own, rows, rounds, out);
        return new BenchResult(name(), Machine.describe(), figures, Double.NaN, GOAL, false);
      }
      try (Conversation python = peer.get()) {
        boolean alike = alike(own, python, rows, out);
        Spread ratio = compare(own, python, rows, rounds, out);
        return new BenchResult(name(), Machine.describe(), figures, ratio.median(), GOAL, alike)
            .conclude(
                "epochs beside PyTorch (%.2f to %.2f in the rounds)"
                    .formatted(ratio.least(), ratio.most()),
                out);
      }
    }
  }

  private Spread compare(
      Conversation own, Conversation python, int rows, int rounds, PrintWriter out)
      throws IOException {
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      ours.add(seconds(own, rows));
      theirs.add(seconds(python, rows));
      ratios.add(theirs.getLast() / ours.getLast());
    }
    Spread ratio = Spread.of(ratios);
    figures.put("epoch_seconds", Spread.of(ours).median());
    figures.put("python_epoch_seconds", Spread.of(theirs).median());
    figures.put("ratio", ratio.median());
    out.printf(
        "an epoch: %s s, PyTorch in Python %s s, ratio %s%n",
        Spread.of(ours).toString(2), Spread.of(theirs).toString(2), ratio.toString(2));
    out.flush();
    return ratio;
  }

  private void alone(Conversation own, int rows, int rounds, PrintWriter out) throws IOException {
    seconds(own, rows);
    List<Double> ours = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      ours.add(seconds(own, rows));
    }
    figures.put("epoch_seconds", Spread.of(ours).median());
    out.printf("an epoch: %s s%n", Spread.of(ours).toString(2));
  }

  private static double seconds(Conversation program, int rows) throws IOException {
    return program.ask("train %d 1".formatted(rows)).get("seconds").getAsDouble();
  }

  /** Returns whether both train as many weights, to about the same loss; it warms both up. */
  private boolean alike(Conversation own, Conversation python, int rows, PrintWriter out)
      throws IOException {
    String request = "train %d %d".formatted(rows, EPOCHS);
    Duration ownBefore = own.processorTime();
    JsonObject ours = own.ask(request);
    Duration ownTime = own.processorTime().minus(ownBefore);
    Duration pythonBefore = python.processorTime();
    JsonObject theirs = python.ask(request);
    Duration pythonTime = python.processorTime().minus(pythonBefore);
    double losses = ours.get("loss").getAsDouble() / theirs.get("loss").getAsDouble();
    boolean alike =
        ours.get("weights").getAsLong() == theirs.get("weights").getAsLong()
            && ours.get("steps").getAsInt() == theirs.get("steps").getAsInt()
            && losses < MOST_LOSS_RATIO
            && losses > 1 / MOST_LOSS_RATIO;
    out.printf(
        "%,d weights, loss %.4f after %d epochs, %.1f s of processor time; PyTorch in Python %,d"
            + " weights, loss %.4f, %.1f s: %s%n",
        ours.get("weights").getAsLong(),
        ours.get("loss").getAsDouble(),
        EPOCHS,
        ownTime.toNanos() / 1e9,
        theirs.get("weights").getAsLong(),
        theirs.get("loss").getAsDouble(),
        pythonTime.toNanos() / 1e9,
        alike ? "alike" : "not alike");
    out.flush();
    return alike;
  }
}
