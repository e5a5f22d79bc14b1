package dev.clade.local.fuzz;

import com.google.protobuf.DynamicMessage;
import dev.clade.local.client.Address;
import dev.clade.local.mesh.Service;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Sends cases to one service, many at a time, and judges how they end. */
final class CallFuzz implements AutoCloseable {
  /** Calls in flight that are answered at once, and others. */
  private static final int ANSWERED = 24;

  private static final int WAITING = 96;

  private final Caller caller;
  private final CaseGenerator cases;
  private final Tally tally;
  private final Semaphore answered = new Semaphore(ANSWERED);
  private final Semaphore waiting = new Semaphore(WAITING);

  CallFuzz(Address address, CaseGenerator cases, Tally tally) {
    this.caller = new Caller(address);
    this.cases = cases;
    this.tally = tally;
  }

  /** Asks a service every good request, and keeps what it calls things. */
  static void learn(Service service, Address address, KnownTexts known, Map<String, String> words)
      throws IOException {
    GoodRequests good = new GoodRequests(words);
    words.values().stream()
        .filter(word -> word.length() < 100)
        .forEach(word -> known.add("", word));
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(address.host(), address.port()).usePlaintext().build();
    try {
      for (FuzzedMethod method : FuzzedMethods.of(service)) {
        for (DynamicMessage request : good.of(method)) {
          known.addAll(request);
          if (!method.waits()) {
            GoodCall.answer(channel, method, request).ifPresent(known::addAll);
          }
        }
      }
    } finally {
      channel.shutdownNow();
    }
  }

  /** Sends the cases of some numbers; returns when all have ended. */
  void send(long from, long to) throws InterruptedException {
    for (long number = from; number < to; number++) {
      FuzzCase sent = cases.draw(number);
      Semaphore room = sent.method().waits() ? waiting : answered;
      room.acquire();
      caller.send(
          sent,
          outcome -> {
            room.release();
            end(sent, outcome);
          });
    }
    answered.acquire(ANSWERED);
    waiting.acquire(WAITING);
    answered.release(ANSWERED);
    waiting.release(WAITING);
  }

  private void end(FuzzCase sent, Outcome outcome) {
    tally.count(
        sent.method().toString(),
        sent.messages().size(),
        outcome.byClient() ? "(ended by client)" : outcome.word());
    Oracle.judge(sent, outcome)
        .ifPresent(wrong -> tally.found(sent.method().toString(), wrong, sent));
  }

  @Override
  public void close() {
    caller.close();
  }
}
