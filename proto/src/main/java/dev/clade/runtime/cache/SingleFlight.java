package dev.clade.runtime.cache;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** Lets callers who want the same thing at the same time share one computation. */
final class SingleFlight {
  private final ConcurrentMap<String, Uni<?>> flights = new ConcurrentHashMap<>();

  /**
   * Returns the outcome of the computation under way for the key, or of a new one, which starts
   * when somebody subscribes. All who joined get its value or its failure; one who cancels does not
   * stop it for the others.
   *
   * @param <T> what the key stands for, always the same for one key
   */
  <T> Uni<T> join(String key, Supplier<Uni<T>> computation) {
    return Uni.createFrom().deferred(() -> flight(key, computation));
  }

  @SuppressWarnings("unchecked")
  private <T> Uni<T> flight(String key, Supplier<Uni<T>> computation) {
    return (Uni<T>) flights.computeIfAbsent(key, _ -> start(key, computation));
  }

  private <T> Uni<T> start(String key, Supplier<Uni<T>> computation) {
    return Uni.createFrom()
        .deferred(computation::get)
        .onTermination()
        .invoke(() -> flights.remove(key))
        .memoize()
        .indefinitely();
  }
}
