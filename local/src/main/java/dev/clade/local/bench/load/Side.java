package dev.clade.local.bench.load;

import dev.clade.local.bench.Spread;
import dev.clade.local.client.Address;
import dev.clade.runtime.client.ChannelSecurity;
import dev.clade.runtime.client.CladeChannel;
import io.grpc.ManagedChannel;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** One method of one server, asked over connections of its own, round by round. */
final class Side implements AutoCloseable {
  static final int CONNECTIONS = 4;
  static final int IN_FLIGHT = 16;
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final String name;
  private final List<ManagedChannel> connections;
  private final CountedCalls<?, ?> calls;
  private final DoubleSupplier processorSeconds;
  private final List<Tally> rounds = new ArrayList<>();
  private double used;

  /**
   * Creates a side.
   *
   * @param name what figures call it
   * @param processorSeconds time that the server has used of processors
   */
  Side(
      String name,
      Address address,
      CountedQuestion<?, ?> question,
      DoubleSupplier processorSeconds) {
    this.name = name;
    this.connections = Stream.generate(() -> open(address)).limit(CONNECTIONS).toList();
    this.calls = new CountedCalls<>(question, connections, IN_FLIGHT);
    this.processorSeconds = processorSeconds;
  }

  static ManagedChannel open(Address address) {
    return CladeChannel.open(
        address.toString(), DEADLINE, ChannelSecurity.NONE, OpenTelemetry.noop());
  }

  /** Asks for some time without measuring. */
  void warm(Duration time) throws InterruptedException, ExecutionException {
    ask(time);
  }

  /** Asks for some time. */
  void measure(Duration time) throws InterruptedException, ExecutionException {
    double before = processorSeconds.getAsDouble();
    rounds.add(ask(time));
    used += processorSeconds.getAsDouble() - before;
  }

  private Tally ask(Duration time) throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + time.toNanos();
    return calls.run(_ -> System.nanoTime() < end);
  }

  /** Returns this side's rate over another's, round by round. */
  Spread ratio(Side other) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < rounds.size(); round++) {
      ratios.add(rounds.get(round).rate() / other.rounds.get(round).rate());
    }
    return Spread.of(ratios);
  }

  /** Returns how many calls were made. */
  long asked() {
    return rounds.stream().mapToLong(Tally::asked).sum();
  }

  /** Returns whether every call was answered once and rightly. */
  boolean isWhole() {
    return rounds.stream().allMatch(Tally::isWhole);
  }

  /** Adds the medians over the rounds to some figures. */
  void addTo(Map<String, Double> figures) {
    figures.put(name + "_calls_per_second", of(Tally::rate).median());
    figures.put(name + "_p50_ms", of(round -> round.latencies().median()).median());
    figures.put(name + "_p99_ms", of(round -> round.latencies().p99()).median());
    figures.put(name + "_processor_us_per_call", microseconds());
    figures.put(name + "_calls", (double) asked());
  }

  @Override
  public String toString() {
    return "%s: %s calls/s, p50 %s, p99 %s ms; %,.0f us of the server's processors a call"
        .formatted(
            name,
            of(Tally::rate),
            of(round -> round.latencies().median()).toString(2),
            of(round -> round.latencies().p99()).toString(2),
            microseconds());
  }

  /** Returns in words what went wrong in the rounds; nothing when nothing did. */
  String trouble() {
    return rounds.stream().filter(round -> !round.isWhole()).toList().toString();
  }

  private double microseconds() {
    return used * 1e6 / asked();
  }

  private Spread of(ToDoubleFunction<Tally> figure) {
    return Spread.of(rounds.stream().map(figure::applyAsDouble).toList());
  }

  @Override
  public void close() {
    connections.forEach(ManagedChannel::shutdownNow);
  }
}
