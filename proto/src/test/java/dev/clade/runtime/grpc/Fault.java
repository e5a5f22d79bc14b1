package dev.clade.runtime.grpc;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;

/** What the server of a test fails with. */
@Singleton
public final class Fault {
  private final AtomicReference<RuntimeException> next = new AtomicReference<>();

  /** Sets the failure. */
  public void set(RuntimeException failure) {
    next.set(failure);
  }

  RuntimeException get() {
    return next.get();
  }
}
