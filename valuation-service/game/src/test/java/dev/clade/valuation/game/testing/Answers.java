package dev.clade.valuation.game.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** Files of what other programs answered. */
public final class Answers {
  private Answers() {}

  /** Returns the lines of a file that lies beside a test. */
  public static Stream<String> lines(Class<?> test, String name) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(test.getResourceAsStream(name), StandardCharsets.UTF_8))) {
      return reader.lines().toList().stream();
    }
  }

  /** Returns the numbers of a list with commas. */
  public static double[] numbers(String list) {
    return Arrays.stream(list.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
