package dev.clade.local.hub;

import java.time.Instant;

/**
 * A request that the simulator was sent.
 *
 * @param request what was asked for
 * @param repositories kind of the repositories
 * @param number its number among those of the same two, from 1
 * @param target path and query
 * @param status how it was answered
 * @param anonymous whether it came without a token
 * @param at when it came
 */
public record LoggedRequest(
    RequestKind request,
    RepositoryKind repositories,
    long number,
    String target,
    int status,
    boolean anonymous,
    Instant at) {
  /** Returns the target without its query. */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }
}
