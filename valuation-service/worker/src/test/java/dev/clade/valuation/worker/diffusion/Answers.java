package dev.clade.valuation.worker.diffusion;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers of PyTorch and diffusers, which {@code diffusion_answers.py} wrote. */
final class Answers {
  private final Map<String, float[]> answers;

  private Answers(Map<String, float[]> answers) {
    this.answers = answers;
  }

  static Answers read() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Answers.class.getResourceAsStream("diffusion_answers.txt"),
                StandardCharsets.US_ASCII))) {
      return new Answers(
          reader
              .lines()
              .map(line -> line.split(" ", -1))
              .collect(Collectors.toMap(fields -> fields[0], Answers::values)));
    }
  }

  /** Returns the answer of a name. */
  float[] of(String name) {
    return answers.get(name);
  }

  /** Returns numbers in plus and minus half the scale, as the script makes them. */
  static float[] series(int count, double scale, int seed) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (((i * 7919L + seed) % 2003 / 2003.0 - 0.5) * scale);
    }
    return values;
  }

  /** Returns every 97th number. */
  static float[] some(float[] values) {
    float[] some = new float[Math.ceilDiv(values.length, 97)];
    for (int i = 0; i < some.length; i++) {
      some[i] = values[97 * i];
    }
    return some;
  }

  private static float[] values(String[] fields) {
    float[] values = new float[fields.length - 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.parseFloat(fields[i + 1]);
    }
    return values;
  }
}
