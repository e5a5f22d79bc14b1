package dev.clade.local.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What came back on a stream of HTTP/2.
 *
 * @param headers of the answer and its trailers, the latter winning
 * @param body its content as text, a byte a character
 * @param end how it ended
 */
record RawAnswer(Map<String, String> headers, String body, End end) {
  RawAnswer {
    headers = new LinkedHashMap<>(headers);
  }

  /** How a stream ended. */
  enum End {
    /** Whole. */
    ENDED,
    /** The server has reset it. */
    RESET,
    /** The server has closed the connection. */
    CLOSED,
    /** It did not while the client waited. */
    SILENT
  }

  /** Returns the HTTP status, or nothing when none came. */
  Optional<Integer> status() {
    return Optional.ofNullable(headers.get(":status")).map(Integer::valueOf);
  }

  /** Returns gRPC's status, or nothing when none came. */
  Optional<Integer> code() {
    return Optional.ofNullable(headers.get("grpc-status"))
        .filter(text -> text.matches("\\d{1,2}"))
        .map(Integer::valueOf);
  }

  /** Returns how it ended, in a word. */
  String word() {
    return code()
        .map(code -> io.grpc.Status.fromCodeValue(code).getCode().name())
        .or(() -> status().map(status -> "HTTP " + status))
        .map(word -> end == End.ENDED ? word : word + " " + end)
        .orElse(end.name());
  }
}
