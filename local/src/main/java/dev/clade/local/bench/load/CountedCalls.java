package dev.clade.local.bench.load;

import com.google.common.util.concurrent.MoreExecutors;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/**
 * Asks a question in numbers and counts every answer: over each of several connections, a call
 * follows as soon as one of those in flight has ended. It reads what the transport delivers, below
 * the stubs, which would make a failure of a second answer.
 */
public final class CountedCalls<Q, R> {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  /** More messages than a unary call has, so that a second one would be delivered. */
  private static final int MESSAGES = 3;

  private final CountedQuestion<Q, R> question;
  private final List<? extends Channel> connections;
  private final int inFlight;
  private final Duration deadline;

  /**
   * Creates calls.
   *
   * @param connections channels, each of which is asked by a thread of its own
   * @param inFlight most calls of a connection at a time
   */
  public CountedCalls(
      CountedQuestion<Q, R> question, List<? extends Channel> connections, int inFlight) {
    this(question, connections, inFlight, DEADLINE);
  }

  /** Creates calls of another deadline. */
  CountedCalls(
      CountedQuestion<Q, R> question,
      List<? extends Channel> connections,
      int inFlight,
      Duration deadline) {
    this.question = question;
    this.connections = connections;
    this.inFlight = inFlight;
    this.deadline = deadline;
  }

  /**
   * Asks the questions of the numbers from 0 on, each once, and waits for all answers.
   *
   * @param more whether to ask a number's question; the first no of each connection is its last
   */
  public Tally run(IntPredicate more) throws InterruptedException, ExecutionException {
    Answers answers = new Answers();
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService senders = Executors.newFixedThreadPool(connections.size())) {
      List<Future<?>> sending = new ArrayList<>();
      for (Channel connection : connections) {
        sending.add(senders.submit(() -> send(connection, next, more, answers)));
      }
      for (Future<?> each : sending) {
        each.get();
      }
    }
    return answers.tally();
  }

  /** Returns when all calls of a connection have ended, or should have long ago. */
  private boolean send(Channel connection, AtomicInteger next, IntPredicate more, Answers answers)
      throws InterruptedException {
    Semaphore room = new Semaphore(inFlight);
    for (int number = next.getAndIncrement(); more.test(number); number = next.getAndIncrement()) {
      if (!room.tryAcquire(longest(), TimeUnit.MILLISECONDS)) {
        return false;
      }
      ask(connection, number, answers, room);
    }
    return room.tryAcquire(inFlight, longest(), TimeUnit.MILLISECONDS);
  }

  private long longest() {
    return 2 * deadline.toMillis();
  }

  private void ask(Channel connection, int number, Answers answers, Semaphore room) {
    CallOptions options =
        CallOptions.DEFAULT
            .withDeadlineAfter(deadline)
            // What is done with an answer takes less than handing it to another thread.
            .withExecutor(MoreExecutors.directExecutor());
    ClientCall<Q, R> call = connection.newCall(question.method(), options);
    answers.begin();
    call.start(new Asked(number, answers, room), new Metadata());
    call.request(MESSAGES);
    call.sendMessage(question.request().apply(number));
    call.halfClose();
  }

  /** A call in flight. */
  private final class Asked extends ClientCall.Listener<R> {
    private final long begin = System.nanoTime();
    private final int number;
    private final Answers answers;
    private final Semaphore room;
    private boolean fits = true;
    private int messages;

    Asked(int number, Answers answers, Semaphore room) {
      this.number = number;
      this.answers = answers;
      this.room = room;
    }

    @Override
    public void onMessage(R answer) {
      messages++;
      fits &= question.check().isAnswerTo(number, answer);
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      answers.end(status, messages, fits, System.nanoTime() - begin);
      room.release();
    }
  }
}
