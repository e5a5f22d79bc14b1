package dev.clade.valuation.worker.speed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** The requests of a bench: a line each on the standard input, until that ends. */
final class Requests {
  private Requests() {}

  /**
   * Says that the program is ready, and answers each request with a line.
   *
   * @param answer makes the answer to the words of a request
   */
  static void serve(Function<String[], String> answer) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("{\"ready\": true}");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(answer.apply(line.split(" ", -1)));
    }
  }
}
