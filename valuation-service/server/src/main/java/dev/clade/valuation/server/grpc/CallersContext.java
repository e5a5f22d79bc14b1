package dev.clade.valuation.server.grpc;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/** Brings answers back to the event loop that a call came on: responses are written there only. */
final class CallersContext {
  private CallersContext() {}

  static <T> Uni<T> answer(Uni<T> answer) {
    return answer.emitOn(current());
  }

  static <T> Multi<T> answer(Multi<T> answers) {
    return answers.emitOn(current(), 1);
  }

  private static Executor current() {
    Context context = Vertx.currentContext();
    return context == null ? Runnable::run : task -> context.runOnContext(_ -> task.run());
  }
}
