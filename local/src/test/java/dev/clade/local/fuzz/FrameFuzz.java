package dev.clade.local.fuzz;

import dev.clade.local.client.Address;
import dev.clade.local.mesh.Service;
import io.netty.channel.EventLoopGroup;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Sends one service streams that no client of gRPC would, and judges what comes back. */
final class FrameFuzz implements AutoCloseable {
  /** Where a service has all it needs to answer; on a busy machine, too. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Where nothing need come back. */
  private static final Duration SHORT = Duration.ofMillis(20);

  private static final int UNKNOWN = 2;
  private static final int OK = 200;
  private static final int SERVER = 500;

  private final long seed;
  private final Service service;
  private final Address address;
  private final EventLoopGroup group;
  private final List<FuzzedMethod> methods;
  private final CaseGenerator cases;
  private final Tally tally;
  private RawHttp2 connection;

  FrameFuzz(
      long seed,
      Service service,
      Address address,
      EventLoopGroup group,
      CaseGenerator cases,
      Tally tally) {
    this.seed = seed;
    this.service = service;
    this.address = address;
    this.group = group;
    this.methods = FuzzedMethods.of(service);
    this.cases = cases;
    this.tally = tally;
  }

  /** Sends the streams of some numbers, one after the other. */
  void send(long from, long to) throws InterruptedException {
    for (long number = from; number < to; number++) {
      FuzzCase drawn = cases.draw(number);
      RandomGenerator random = CaseGenerator.random(~seed, number);
      byte[] message = drawn.messages().isEmpty() ? new byte[0] : drawn.messages().getFirst();
      HostileFrames.Request request = HostileFrames.draw(drawn.method().name(), message, random);
      boolean owed = request.ends() && !request.resets() && !drawn.method().waits();
      RawAnswer answer = answer(request, owed ? PATIENCE : SHORT);
      String what = service.label() + " (frames)";
      tally.count(what, Math.max(1, request.parts().size()), answer.word());
      judge(request, answer, owed && isMethod(request))
          .ifPresent(
              wrong ->
                  tally.found(
                      what,
                      wrong,
                      "seed " + seed + ", stream " + drawn.number() + request + "\n" + answer));
    }
  }

  /** The connection of a good stream may have been closed for a bad one before it. */
  private RawAnswer answer(HostileFrames.Request request, Duration patience)
      throws InterruptedException {
    RawAnswer first = exchange(request, patience);
    return isTurnedAway(request, first) ? exchange(request, patience) : first;
  }

  private RawAnswer exchange(HostileFrames.Request request, Duration patience)
      throws InterruptedException {
    if (connection == null || !connection.isOpen()) {
      connection = RawHttp2.open(address, group);
    }
    RawAnswer answer = connection.exchange(request, patience);
    if (answer.end() == RawAnswer.End.CLOSED && !request.resets()) {
      close();
    }
    return answer;
  }

  private boolean isMethod(HostileFrames.Request request) {
    String path = String.valueOf(request.headers().path());
    return methods.stream().anyMatch(method -> path.equals("/" + method.name()));
  }

  /** A stream that its client resets ends there for the client. */
  private static boolean isTurnedAway(HostileFrames.Request request, RawAnswer answer) {
    return answer.end() == RawAnswer.End.CLOSED && request.clean() && !request.resets();
  }

  private static Optional<String> judge(
      HostileFrames.Request request, RawAnswer answer, boolean owed) {
    if (answer.end() == RawAnswer.End.SILENT && owed) {
      return Optional.of("no answer");
    }
    if (isTurnedAway(request, answer)) {
      return Optional.of("closes the connection");
    }
    if (answer.status().orElse(OK) >= SERVER) {
      return Optional.of("HTTP " + answer.status().get());
    }
    String message = answer.headers().getOrDefault("grpc-message", "");
    boolean reasoned = answer.headers().containsKey("grpc-status-details-bin");
    if (answer.code().filter(code -> code == UNKNOWN).isPresent()) {
      return Optional.of("unknown: " + message);
    }
    if (reasoned && details(answer).contains("INTERNAL")) {
      return Optional.of("a fault of the service: " + message);
    }
    // With a reason the text may give back what was sent; calls by the book are judged for that.
    return reasoned
        ? Optional.empty()
        : Leaks.in(message + " " + failedBody(answer), List.of())
            .map(found -> "tells \"%s\": %s".formatted(found, message));
  }

  private static String failedBody(RawAnswer answer) {
    return answer.status().orElse(OK) == OK ? "" : answer.body();
  }

  private static String details(RawAnswer answer) {
    return new String(
        Base64.getMimeDecoder().decode(answer.headers().get("grpc-status-details-bin")),
        StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }
}
