package dev.clade.local.fuzz;

import dev.clade.local.client.Address;
import dev.clade.local.mesh.Service;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** All that one service is sent: calls of gRPC, streams of HTTP/2, and HTTP/1.1. */
final class ServiceFuzz implements AutoCloseable {
  /** Calls for each stream and each request. */
  private static final long CALLS_EACH = 25;

  /** Requests that are sent side by side, since many are waited for in vain. */
  private static final int HTTP_LANES = 16;

  private final EventLoopGroup group = new NioEventLoopGroup(1);
  private final ExecutorService senders =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory());
  private final CallFuzz calls;
  private final FrameFuzz frames;
  private final HttpFuzz http;

  ServiceFuzz(
      long seed,
      Service service,
      Address address,
      KnownTexts known,
      Map<String, String> words,
      Tally tally)
      throws IOException {
    CaseGenerator cases =
        new CaseGenerator(seed, FuzzedMethods.of(service), known, new GoodRequests(words));
    calls = new CallFuzz(address, cases, tally);
    frames = new FrameFuzz(seed, service, address, group, cases, tally);
    http = new HttpFuzz(seed, service, address, words.get("MODEL"), reportId(words), tally);
  }

  private static String reportId(Map<String, String> words) {
    return words.get("REPORT").replaceFirst("reports/", "");
  }

  /** Sends the cases of some numbers; returns when all have ended. */
  void send(long from, long to) throws InterruptedException, ExecutionException {
    long first = from / CALLS_EACH;
    long last = to / CALLS_EACH;
    List<Callable<Void>> all = new ArrayList<>();
    all.add(
        () -> {
          calls.send(from, to);
          return null;
        });
    all.add(
        () -> {
          frames.send(first, last);
          return null;
        });
    for (int lane = 0; lane < HTTP_LANES; lane++) {
      long begin = first + lane;
      all.add(
          () -> {
            http.send(begin, last, HTTP_LANES);
            return null;
          });
    }
    for (Future<?> each : all.stream().map(senders::submit).toList()) {
      each.get();
    }
  }

  @Override
  public void close() {
    senders.shutdownNow();
    calls.close();
    frames.close();
    group.shutdownGracefully();
  }
}
