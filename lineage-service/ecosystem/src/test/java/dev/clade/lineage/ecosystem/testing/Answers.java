package dev.clade.lineage.ecosystem.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What other programs answered, from a file that a script of src/test/python wrote. */
public final class Answers {
  private static final String STATISTICS = "/dev/clade/lineage/ecosystem/statistics_answers.json";

  private Answers() {}

  /** Returns the file of statistics_answers.py. */
  public static JsonNode statistics() {
    return read(STATISTICS);
  }

  /** Returns the entries of a list in that file. */
  public static List<JsonNode> statistics(String list) {
    return stream(statistics().get(list)).toList();
  }

  /** Returns a file by its place among the resources. */
  public static JsonNode read(String resource) {
    try (InputStream file = Answers.class.getResourceAsStream(resource)) {
      return new ObjectMapper().readTree(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns numbers; NaN for null. */
  public static double[] doubles(JsonNode list) {
    return stream(list).mapToDouble(each -> each.asDouble(Double.NaN)).toArray();
  }

  /** Returns whole numbers. */
  public static long[] longs(JsonNode list) {
    return stream(list).mapToLong(JsonNode::asLong).toArray();
  }

  /** Returns lists of numbers. */
  public static List<double[]> columns(JsonNode lists) {
    return stream(lists).map(Answers::doubles).toList();
  }

  /** Returns what a list holds. */
  public static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
