package dev.clade.local.hub;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongPredicate;

/**
 * What goes wrong, decided by the number of a request alone, so that the same requests meet the
 * same faults. Requests are numbered from 1 for each {@link RequestKind} and {@link
 * RepositoryKind}.
 */
public final class Faults {
  private record Rule(
      RequestKind request,
      Optional<RepositoryKind> repositories,
      LongPredicate numbers,
      Fault fault) {
    private boolean meets(Route route, long number) {
      return route.request() == request
          && repositories.map(route.repositories()::equals).orElse(true)
          && numbers.test(number);
    }
  }

  private record Page(RepositoryKind repositories, long number) {}

  private final List<Rule> rules = new ArrayList<>();
  private final Map<Page, Runnable> afterPages = new HashMap<>();
  private final Map<RepositoryKind, Long> pages = new EnumMap<>(RepositoryKind.class);
  private final Map<RepositoryKind, Long> newCursors = new EnumMap<>(RepositoryKind.class);
  private final Set<String> expiredCursors = new HashSet<>();

  Faults() {}

  /** Breaks one request. */
  public synchronized Faults at(
      RequestKind request, RepositoryKind repositories, long number, Fault fault) {
    rules.add(new Rule(request, Optional.of(repositories), n -> n == number, fault));
    return this;
  }

  /** Breaks a share of the requests of a kind, chosen by their numbers and a seed. */
  public synchronized Faults share(RequestKind request, double share, long seed, Fault fault) {
    rules.add(
        new Rule(
            request,
            Optional.empty(),
            number ->
                new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number).nextDouble() < share,
            fault));
    return this;
  }

  /**
   * Does something when the n-th page of a list is made and not yet sent, so that it has happened
   * before the next one is asked for. Pages are counted from 1, requests that fail are not.
   */
  public synchronized Faults afterPage(RepositoryKind repositories, long number, Runnable change) {
    afterPages.put(new Page(repositories, number), change);
    return this;
  }

  /** Writes cursors in another form from a request for a list on; those of before stay good. */
  public synchronized Faults changeCursorsFrom(RepositoryKind repositories, long number) {
    newCursors.put(repositories, number);
    return this;
  }

  synchronized List<Fault> of(Route route, long number) {
    return rules.stream().filter(rule -> rule.meets(route, number)).map(Rule::fault).toList();
  }

  synchronized CursorForm cursorForm(Route route, long number) {
    return number >= newCursors.getOrDefault(route.repositories(), Long.MAX_VALUE)
        ? CursorForm.NAMED
        : CursorForm.FILTER;
  }

  synchronized void expire(String cursor) {
    expiredCursors.add(cursor);
  }

  synchronized boolean isExpired(String cursor) {
    return expiredCursors.contains(cursor);
  }

  /** Counts a page that is about to be sent and does what has to follow it. */
  void pageMade(RepositoryKind repositories) {
    Runnable change;
    synchronized (this) {
      long number = pages.merge(repositories, 1L, Long::sum);
      change = afterPages.remove(new Page(repositories, number));
    }
    if (change != null) {
      change.run();
    }
  }
}
