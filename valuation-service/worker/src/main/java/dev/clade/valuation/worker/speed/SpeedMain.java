package dev.clade.valuation.worker.speed;

import dev.clade.valuation.worker.diffusion.TrainedWeights;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads requests line by line, {@code train unet 50} or {@code sample perceptron 100}, carries each
 * out with one thread and answers with a line of JSON: steps, seconds, and of a training the mean
 * loss of its last steps and the number of weights. It ends with its input.
 */
public final class SpeedMain {
  private final ComputeDevice device = ComputeDevice.open(DeviceChoice.CPU);
  private final Map<Workload, TrainedWeights> trained = new EnumMap<>(Workload.class);

  private SpeedMain() {}

  /** Answers requests. */
  public static void main(String[] arguments) throws IOException {
    SpeedMain program = new SpeedMain();
    Requests.serve(program::answer);
  }

  private String answer(String[] request) {
    Workload workload = Workload.valueOf(request[1].toUpperCase(Locale.ROOT));
    int steps = Integer.parseInt(request[2]);
    return request[0].equals("train") ? train(workload, steps) : sample(workload, steps);
  }

  private String train(Workload workload, int steps) {
    long start = System.nanoTime();
    TrainedWeights weights = workload.train(steps, device);
    double seconds = (System.nanoTime() - start) / 1e9;
    trained.put(workload, weights);
    return String.format(
        Locale.ROOT,
        "{\"steps\": %d, \"seconds\": %.6f, \"loss\": %.6f, \"weights\": %d}",
        steps,
        seconds,
        weights.finalLoss().orElseThrow(),
        weights.parameterCount());
  }

  private String sample(Workload workload, int steps) {
    TrainedWeights weights = trained.computeIfAbsent(workload, it -> it.train(1, device));
    long start = System.nanoTime();
    workload.sample(weights, steps, device);
    return String.format(
        Locale.ROOT,
        "{\"steps\": %d, \"seconds\": %.6f}",
        steps,
        (System.nanoTime() - start) / 1e9);
  }
}
