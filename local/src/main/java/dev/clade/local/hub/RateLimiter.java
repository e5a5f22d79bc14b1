package dev.clade.local.hub;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts requests in fixed windows of time. */
final class RateLimiter {
  private static final double NANOS = 1e9;

  private record Caller(String token, RateBucket bucket) {}

  /**
   * What became of a request.
   *
   * @param accepted whether it is answered
   * @param headers what the answer says about limits
   */
  record Decision(boolean accepted, Map<String, String> headers) {}

  private final RateLimits limits;
  private final long begin = System.nanoTime();
  private final Map<Caller, Integer> taken = new HashMap<>();
  private long current;

  RateLimiter(RateLimits limits) {
    this.limits = limits;
  }

  /** Counts a request of the owner of a token, or of anybody where it is null. */
  synchronized Decision take(String token, RateBucket bucket) {
    Integer quota = (token == null ? limits.anonymous() : limits.token()).get(bucket);
    if (quota == null) {
      return new Decision(true, Map.of());
    }
    long elapsed = System.nanoTime() - begin;
    long length = limits.window().toNanos();
    if (elapsed / length != current) {
      current = elapsed / length;
      taken.clear();
    }
    int count = taken.merge(new Caller(token, bucket), 1, Integer::sum);
    long seconds = (long) Math.ceil((length - elapsed % length) / NANOS);
    boolean accepted = count <= quota;
    Map<String, String> headers = new LinkedHashMap<>();
    if (limits.told()) {
      headers.put(
          "RateLimit",
          "\"%s\";r=%d;t=%d".formatted(bucket.word(), Math.max(0, quota - count), seconds));
      headers.put(
          "RateLimit-Policy",
          "\"fixed window\";\"%s\";q=%d;w=%d"
              .formatted(bucket.word(), quota, limits.window().toSeconds()));
    }
    if (!accepted && limits.retryAfter()) {
      headers.put("Retry-After", Long.toString(seconds));
    }
    return new Decision(accepted, headers);
  }
}
