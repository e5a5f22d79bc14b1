package dev.clade.runtime.limit;

import com.google.common.collect.ConcurrentHashMultiset;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts calls in flight, of all and of each caller. It remembers callers with calls only. */
final class InFlight {
  private final int most;
  private final int mostOfCaller;
  private final AtomicInteger all = new AtomicInteger();
  private final ConcurrentHashMultiset<String> ofCaller = ConcurrentHashMultiset.create();

  InFlight(int most, int mostOfCaller) {
    this.most = most;
    this.mostOfCaller = mostOfCaller;
  }

  /** Counts a call, unless that were one too many; returns whether it did. */
  boolean tryEnter() {
    if (all.incrementAndGet() <= most) {
      return true;
    }
    all.decrementAndGet();
    return false;
  }

  /** Counts a call of a caller, whom {@link #tryEnter} let in; returns whether it did. */
  boolean tryEnter(String caller) {
    if (ofCaller.add(caller, 1) < mostOfCaller) {
      return true;
    }
    ofCaller.remove(caller);
    return false;
  }

  /** Counts a call no longer. */
  void leave() {
    all.decrementAndGet();
  }

  /** Counts a call of a caller no longer. */
  void leave(String caller) {
    ofCaller.remove(caller);
  }
}
