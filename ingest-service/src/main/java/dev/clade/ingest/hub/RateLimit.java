package dev.clade.ingest.hub;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a hub says about its rate limit, in the header {@code RateLimit} of the IETF draft
 * draft-ietf-httpapi-ratelimit-headers, such as {@code "api";r=499;t=137}.
 *
 * @param remaining requests that it still answers in the present window
 * @param reset time until the next window
 */
record RateLimit(long remaining, Duration reset) {
  private static final Pattern REMAINING = Pattern.compile("(?:^|;)\\s*r=(\\d{1,9})");
  private static final Pattern RESET = Pattern.compile("(?:^|;)\\s*t=(\\d{1,9})");

  /** Returns what an answer's headers say; empty when they say nothing that is understood. */
  static Optional<RateLimit> of(HttpHeaders headers) {
    return headers
        .firstValue("RateLimit")
        .flatMap(
            header -> {
              Matcher remaining = REMAINING.matcher(header);
              Matcher reset = RESET.matcher(header);
              return remaining.find() && reset.find()
                  ? Optional.of(
                      new RateLimit(
                          Long.parseLong(remaining.group(1)),
                          Duration.ofSeconds(Long.parseLong(reset.group(1)))))
                  : Optional.empty();
            });
  }
}
