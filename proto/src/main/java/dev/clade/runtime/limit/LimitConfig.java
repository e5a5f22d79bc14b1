package dev.clade.runtime.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Limits of a server, under {@code clade.limits}. Those of callers hold where callers are known.
 */
@ConfigMapping(prefix = "clade.limits")
public interface LimitConfig {
  /** Calls that are answered at once, in flight. */
  @WithDefault("1000")
  int calls();

  /** Streams and long polls, in flight. */
  @WithDefault("4000")
  int waitingCalls();

  /** As {@link #calls}, of one caller. */
  @WithDefault("500")
  int callsOfCaller();

  /** As {@link #waitingCalls}, of one caller. */
  @WithDefault("2000")
  int waitingCallsOfCaller();

  /** Calls a second that a caller may go on making; twice as many at once. */
  @WithDefault("5000")
  int rateOfCaller();

  /** Callers whose rate is remembered; who was not seen for longest is forgotten first. */
  @WithDefault("10000")
  int rememberedCallers();
}
