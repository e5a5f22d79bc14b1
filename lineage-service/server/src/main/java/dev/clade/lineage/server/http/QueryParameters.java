package dev.clade.lineage.server.http;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the parameters of requests. */
final class QueryParameters {
  private QueryParameters() {}

  /** Returns the value that a parameter names, or nothing when it is not given. */
  static <T> Optional<T> choice(
      HttpServerRequest request, String field, T[] values, Function<T, String> label) {
    String given = request.getParam(field, "");
    if (given.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(values)
            .filter(value -> label.apply(value).equals(given))
            .findFirst()
            .orElseThrow(
                () ->
                    CladeException.invalidField(
                        Reason.FIELD_UNKNOWN_VALUE,
                        field,
                        given,
                        Arrays.stream(values)
                            .map(label)
                            .collect(Collectors.joining(", ", "must be one of ", "")))));
  }

  /** Returns a whole number, 0 when it is not given. */
  static int number(HttpServerRequest request, String field) {
    String given = request.getParam(field, "0");
    try {
      return Integer.parseInt(given);
    } catch (NumberFormatException e) {
      throw CladeException.invalidField(
          Reason.FIELD_MALFORMED, field, given, "must be a whole number of at most 32 bits");
    }
  }
}
