package dev.clade.local.hub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every request that the simulator was sent, in the order of the answers. */
public final class RequestLog {
  private record Sort(RequestKind request, RepositoryKind repositories) {}

  private final List<LoggedRequest> requests = new ArrayList<>();
  private final Map<Sort, Long> numbers = new HashMap<>();

  RequestLog() {}

  /** Returns the number of a request that has just come, from 1 for each kind of request. */
  synchronized long number(Route route) {
    return numbers.merge(new Sort(route.request(), route.repositories()), 1L, Long::sum);
  }

  synchronized void add(LoggedRequest request) {
    requests.add(request);
  }

  /** Returns all requests. */
  public synchronized List<LoggedRequest> all() {
    return List.copyOf(requests);
  }

  /** Returns how many requests were answered, in whatever way. */
  public synchronized long count() {
    return requests.size();
  }

  /** Returns how many requests of a kind were answered, in whatever way. */
  public synchronized long count(RequestKind kind) {
    return requests.stream().filter(request -> request.request() == kind).count();
  }

  /** Returns how many requests of a kind were answered with a status. */
  public synchronized long count(RequestKind kind, int status) {
    return requests.stream()
        .filter(request -> request.request() == kind && request.status() == status)
        .count();
  }

  /** Returns how often each path was asked for. */
  public synchronized Map<String, Long> countByPath() {
    Map<String, Long> counts = new TreeMap<>();
    requests.forEach(request -> counts.merge(request.path(), 1L, Long::sum));
    return counts;
  }

  /** Forgets the requests. Their numbers go on. */
  public synchronized void clear() {
    requests.clear();
  }
}
