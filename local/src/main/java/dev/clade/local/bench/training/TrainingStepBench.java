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
 * How fast the worker trains and samples a perceptron and a U-Net, beside PyTorch in Python with
 * the same networks, batches, plans and one thread each. Both programs run all the time and are
 * asked in turn, so that whatever else the machine does slows both.
 */
public final class TrainingStepBench implements Bench {
  private static final Goal GOAL = new Goal(Goal.Bound.AT_LEAST, 0.9, "");
  private static final int ROUNDS = 5;
  private static final List<Work> WORKS =
      List.of(
          new Work("train perceptron", 300, true),
          new Work("train unet", 10, true),
          new Work("sample perceptron", 100, false),
          new Work("sample unet", 5, false));

  /** How far two trainings' losses may be from each other, which differ in their random numbers. */
  private static final double MOST_LOSS_RATIO = 1.5;

  private final Map<String, Double> figures = new LinkedHashMap<>();

  /**
   * What is asked for.
   *
   * @param request what to do with which network
   * @param steps how many steps of it make a round
   * @param training whether the goal is about it
   */
  private record Work(String request, int steps, boolean training) {
    String line() {
      return request + " " + steps;
    }

    String key() {
      return request.replace(' ', '_');
    }
  }

  @Override
  public String name() {
    return "training-step";
  }

  @Override
  public String description() {
    return "training steps of a perceptron and a U-Net, beside PyTorch in Python; goal: at least"
        + " 0.9 of its speed";
  }

  @Override
  public BenchResult run(BenchOptions options, PrintWriter out) throws Exception {
    out.printf("%s; one thread each%n", Machine.describe());
    int rounds = options.rounds().orElse(ROUNDS);
    try (Conversation own = Programs.worker(options.home(), "SpeedMain")) {
      Optional<Conversation> peer = Programs.python("training_peer.py");
      if (peer.isEmpty()) {
        out.println("PyTorch in Python: not installed (pip install torch), so there is no ratio");
        for (Work work : WORKS) {
          alone(work, own, rounds, out);
        }
        return new BenchResult(name(), Machine.describe(), figures, Double.NaN, GOAL, false);
      }
      try (Conversation python = peer.get()) {
        Spread slowest = new Spread(Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE);
        boolean alike = true;
        for (Work work : WORKS) {
          alike &= !work.training() || alike(work, own, python, out);
          Spread ratio = compare(work, own, python, rounds, out);
          if (work.training() && ratio.median() < slowest.median()) {
            slowest = ratio;
          }
        }
        return new BenchResult(name(), Machine.describe(), figures, slowest.median(), GOAL, alike)
            .conclude(
                "slower training beside PyTorch (%.2f to %.2f in the rounds)"
                    .formatted(slowest.least(), slowest.most()),
                out);
      }
    }
  }

  private Spread compare(
      Work work, Conversation own, Conversation python, int rounds, PrintWriter out)
      throws IOException {
    speed(work, own);
    speed(work, python);
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    Duration ownBefore = own.processorTime();
    Duration pythonBefore = python.processorTime();
    for (int round = 0; round < rounds; round++) {
      ours.add(speed(work, own));
      theirs.add(speed(work, python));
      ratios.add(ours.getLast() / theirs.getLast());
    }
    Spread ratio = Spread.of(ratios);
    double processorTime =
        seconds(python.processorTime().minus(pythonBefore))
            / seconds(own.processorTime().minus(ownBefore));
    figures.put(work.key() + "_steps_per_second", Spread.of(ours).median());
    figures.put(work.key() + "_python_steps_per_second", Spread.of(theirs).median());
    figures.put(work.key() + "_ratio", ratio.median());
    figures.put(work.key() + "_processor_time_ratio", processorTime);
    out.printf(
        "%s: %s steps/s, PyTorch in Python %s, ratio %s, by processor time %.2f%n",
        work.request(),
        Spread.of(ours).toString(1),
        Spread.of(theirs).toString(1),
        ratio.toString(2),
        processorTime);
    out.flush();
    return ratio;
  }

  private void alone(Work work, Conversation own, int rounds, PrintWriter out) throws IOException {
    speed(work, own);
    List<Double> ours = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      ours.add(speed(work, own));
    }
    figures.put(work.key() + "_steps_per_second", Spread.of(ours).median());
    out.printf("%s: %s steps/s%n", work.request(), Spread.of(ours).toString(1));
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static double speed(Work work, Conversation program) throws IOException {
    return work.steps() / program.ask(work.line()).get("seconds").getAsDouble();
  }

  /** Returns whether both train as many weights, to about the same loss. */
  private static boolean alike(Work work, Conversation own, Conversation python, PrintWriter out)
      throws IOException {
    JsonObject ours = own.ask(work.line());
    JsonObject theirs = python.ask(work.line());
    double losses = ours.get("loss").getAsDouble() / theirs.get("loss").getAsDouble();
    boolean alike =
        ours.get("weights").getAsInt() == theirs.get("weights").getAsInt()
            && losses < MOST_LOSS_RATIO
            && losses > 1 / MOST_LOSS_RATIO;
    out.printf(
        "%s: %,d weights, loss %.4f; PyTorch in Python %,d weights, loss %.4f: %s%n",
        work.request(),
        ours.get("weights").getAsInt(),
        ours.get("loss").getAsDouble(),
        theirs.get("weights").getAsInt(),
        theirs.get("loss").getAsDouble(),
        alike ? "alike" : "not alike");
    return alike;
  }
}
