package dev.clade.runtime.grpc;

import io.grpc.Metadata;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the header that carries a call's deadline, as the gRPC protocol over HTTP/2 defines it. */
final class TimeoutHeader {
  private static final Metadata.Key<String> KEY =
      Metadata.Key.of("grpc-timeout", Metadata.ASCII_STRING_MARSHALLER);
  private static final Pattern FORM = Pattern.compile("(\\d{1,8})([HMSmun])");

  private TimeoutHeader() {}

  /** Returns how long the client waits from now; nothing when it does not say or says nonsense. */
  static Optional<Duration> read(Metadata headers) {
    return Optional.ofNullable(headers.get(KEY))
        .map(FORM::matcher)
        .filter(Matcher::matches)
        .map(found -> Duration.of(Long.parseLong(found.group(1)), unit(found.group(2))));
  }

  private static ChronoUnit unit(String letter) {
    return switch (letter) {
      case "H" -> ChronoUnit.HOURS;
      case "M" -> ChronoUnit.MINUTES;
      case "S" -> ChronoUnit.SECONDS;
      case "m" -> ChronoUnit.MILLIS;
      case "u" -> ChronoUnit.MICROS;
      default -> ChronoUnit.NANOS;
    };
  }
}
