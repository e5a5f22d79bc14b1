package dev.clade.runtime.context;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/** Brings work back to where its caller runs: database sessions and traces belong to that place. */
public final class CallerContext {
  private CallerContext() {}

  /**
   * Returns an executor for the Vert.x context that the calling thread is on. Without one, tasks
   * run at once on whatever thread submits them.
   */
  public static Executor current() {
    Context context = Vertx.currentContext();
    if (context == null) {
      return Runnable::run;
    }
    return task -> {
      if (Vertx.currentContext() == context) {
        task.run();
      } else {
        context.runOnContext(_ -> task.run());
      }
    };
  }
}
