package dev.clade.local.hub;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A way in which a request goes wrong. */
public sealed interface Fault {
  /**
   * It is answered with an error.
   *
   * @param status HTTP status
   * @param message what the hub says
   * @param headers further headers
   */
  record Refusal(int status, String message, Map<String, String> headers) implements Fault {}

  /**
   * The connection ends in the middle of the answer, which had announced its whole length.
   *
   * @param share how much of the body is sent, from 0 to 1
   */
  record CutBody(double share) implements Fault {}

  /**
   * The answer comes late.
   *
   * @param delay how late
   */
  record Slow(Duration delay) implements Fault {}

  /** The page of a list leads on to itself, under another cursor, before it leads on. */
  record RepeatedPage() implements Fault {}

  /** The cursor of the request is refused, now and whenever it is sent again. */
  record ExpiredCursor() implements Fault {}

  /** Too many requests, with the hub's headers that say when to come back. */
  static Fault tooManyRequests(Duration reset) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("RateLimit", "\"api\";r=0;t=" + reset.toSeconds());
    headers.put("RateLimit-Policy", "\"fixed window\";\"api\";q=500;w=300");
    return new Refusal(429, "You have reached your rate limit.", headers);
  }

  /** Too many requests, with the header that every server of the web may send. */
  static Fault retryAfter(Duration reset) {
    return new Refusal(
        429,
        "You have reached your rate limit.",
        Map.of("Retry-After", Long.toString(reset.toSeconds())));
  }

  /** Too many requests, with no word on when to come back. */
  static Fault tooManyRequests() {
    return new Refusal(429, "You have reached your rate limit.", Map.of());
  }

  /** The server fails, with a status such as 500, 502 or 503. */
  static Fault serverError(int status) {
    return new Refusal(
        status, "Internal Error - We're working hard to fix this as soon as possible!", Map.of());
  }

  /** The cursor is refused this once. */
  static Fault refusedCursor() {
    return new Refusal(400, "Invalid cursor", Map.of());
  }

  /** The connection ends in the middle of the body. */
  static Fault cutBody() {
    return new CutBody(0.5);
  }

  /** The answer comes late. */
  static Fault slow(Duration delay) {
    return new Slow(delay);
  }

  /** The page comes again under the next cursor. */
  static Fault repeatedPage() {
    return new RepeatedPage();
  }

  /** The cursor is refused for ever. */
  static Fault expiredCursor() {
    return new ExpiredCursor();
  }
}
