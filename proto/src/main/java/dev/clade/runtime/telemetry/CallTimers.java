package dev.clade.runtime.telemetry;

import dev.clade.runtime.client.CallDurations;
import io.grpc.Status;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Measures calls by method and status. A call costs a look into a map; series appear with the first
 * call that has them.
 */
final class CallTimers implements CallDurations {
  private static final int CODES = Status.Code.values().length;

  private final Meters meters;
  private final Metric metric;
  private final ConcurrentMap<String, AtomicReferenceArray<Timer>> timers =
      new ConcurrentHashMap<>();

  CallTimers(Meters meters, Metric metric) {
    this.meters = meters;
    this.metric = metric;
  }

  @Override
  public void ended(String method, Status.Code code, Duration took) {
    AtomicReferenceArray<Timer> ofMethod =
        timers.computeIfAbsent(method, _ -> new AtomicReferenceArray<>(CODES));
    Timer timer = ofMethod.get(code.value());
    if (timer == null) {
      timer = meters.timer(metric, method, code.name());
      ofMethod.set(code.value(), timer);
    }
    timer.record(took);
  }
}
