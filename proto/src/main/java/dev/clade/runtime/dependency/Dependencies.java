package dev.clade.runtime.dependency;

import com.google.common.collect.ImmutableSortedMap;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreaker.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What this server depends on, by name, and whether it is being asked. */
@ApplicationScoped
public class Dependencies {
  private final ConcurrentMap<String, CircuitBreaker<?>> breakers = new ConcurrentHashMap<>();

  /**
   * Makes a breaker's state known.
   *
   * @param name of what the breaker guards, such as {@code redis}; a later breaker replaces it
   */
  public void add(String name, CircuitBreaker<?> breaker) {
    breakers.put(name, breaker);
  }

  /** Returns the states, by the dependencies' names. */
  public Map<String, State> states() {
    ImmutableSortedMap.Builder<String, State> states = ImmutableSortedMap.naturalOrder();
    breakers.forEach((name, breaker) -> states.put(name, breaker.getState()));
    return states.build();
  }
}
