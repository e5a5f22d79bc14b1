package dev.clade.local.hub;

import java.time.Duration;
import java.util.Map;

/**
 * How many requests the hub takes in each window of time, which all begin at the same moments.
 *
 * @param window length of a window
 * @param anonymous requests in a window for all callers without a token; no limit where a bucket is
 *     missing
 * @param token requests in a window for each token
 * @param told whether answers carry the hub's headers about it
 * @param retryAfter whether a refusal says after how many seconds to come back
 */
public record RateLimits(
    Duration window,
    Map<RateBucket, Integer> anonymous,
    Map<RateBucket, Integer> token,
    boolean told,
    boolean retryAfter) {
  /** No limits at all. */
  public static final RateLimits NONE =
      new RateLimits(Duration.ofMinutes(5), Map.of(), Map.of(), true, false);

  /** What the hub's documentation said in 2026 of callers without a token and of free accounts. */
  public static final RateLimits DOCUMENTED =
      new RateLimits(
          Duration.ofMinutes(5),
          Map.of(RateBucket.API, 500, RateBucket.RESOLVERS, 3_000, RateBucket.PAGES, 100),
          Map.of(RateBucket.API, 1_000, RateBucket.RESOLVERS, 5_000, RateBucket.PAGES, 200),
          true,
          false);

  /** Makes a copy of the tables. */
  public RateLimits {
    anonymous = Map.copyOf(anonymous);
    token = Map.copyOf(token);
  }

  /** Returns limits on the API alone, the same with and without a token. */
  public static RateLimits ofApi(int requests, Duration window) {
    Map<RateBucket, Integer> quotas = Map.of(RateBucket.API, requests);
    return new RateLimits(window, quotas, quotas, true, false);
  }

  /** Returns the same limits without a word of them in any answer. */
  public RateLimits untold() {
    return new RateLimits(window, anonymous, token, false, false);
  }

  /** Returns the same limits with {@code Retry-After} on refusals. */
  public RateLimits withRetryAfter() {
    return new RateLimits(window, anonymous, token, told, true);
  }
}
