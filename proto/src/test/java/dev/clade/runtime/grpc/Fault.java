package dev.clade.runtime.grpc;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;

/** What the server of a test fails with. */
@Singleton
final class Fault {
  private final AtomicReference<RuntimeException> next = new AtomicReference<>();

  void set(RuntimeException failure) {
    next.set(failure);
  }

  RuntimeException get() {
    return next.get();
  }
}
