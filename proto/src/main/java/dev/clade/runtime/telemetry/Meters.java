package dev.clade.runtime.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Registers metrics as they are declared. */
@Singleton
public final class Meters {
  /** Cached reads take less than a millisecond, long polls tens of seconds. */
  private static final Duration[] BUCKETS =
      Stream.of(
              0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0,
              30.0, 60.0)
          .map(seconds -> Duration.ofNanos(Math.round(seconds * 1e9)))
          .toArray(Duration[]::new);

  private final MeterRegistry registry;

  /** Creates the registrar of a registry. */
  @Inject
  public Meters(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * Returns the counter of a metric.
   *
   * @param labels a value for each label, in their order
   */
  public Counter counter(Metric metric, String... labels) {
    require(metric, Metric.Kind.COUNTER);
    return Counter.builder(metric.metric())
        .description(metric.description())
        .baseUnit(baseUnit(metric))
        .tags(tags(metric, labels))
        .register(registry);
  }

  /** Returns the timer of a metric; histograms have buckets. */
  public Timer timer(Metric metric, String... labels) {
    Timer.Builder timer =
        Timer.builder(metric.metric()).description(metric.description()).tags(tags(metric, labels));
    if (metric.kind() == Metric.Kind.HISTOGRAM) {
      timer.serviceLevelObjectives(BUCKETS);
    } else {
      require(metric, Metric.Kind.TIMER);
    }
    return timer.register(registry);
  }

  /** Tells a number of an object, which the registry does not keep alive, as a gauge. */
  public <T> void gauge(Metric metric, T owner, ToDoubleFunction<T> number, String... labels) {
    require(metric, Metric.Kind.GAUGE);
    Gauge.builder(metric.metric(), owner, number)
        .description(metric.description())
        .baseUnit(baseUnit(metric))
        .tags(tags(metric, labels))
        .register(registry);
  }

  private static String baseUnit(Metric metric) {
    return metric.unit() == Metric.Unit.SECONDS ? "seconds" : null;
  }

  private static void require(Metric metric, Metric.Kind kind) {
    if (metric.kind() != kind) {
      throw new IllegalArgumentException("%s is no %s".formatted(metric, kind));
    }
  }

  private static Tags tags(Metric metric, String... values) {
    if (values.length != metric.labels().size()) {
      throw new IllegalArgumentException(
          "%d values for the labels of %s".formatted(values.length, metric));
    }
    Tags tags = Tags.empty();
    for (int i = 0; i < values.length; i++) {
      tags = tags.and(metric.labels().get(i).label(), values[i]);
    }
    return tags;
  }
}
