package dev.clade.runtime.access;

import io.grpc.Context;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;

/**
 * Tells handlers who calls them: in the call's gRPC context, and in its Vert.x context, where
 * {@code Uni}s and routes run.
 */
public final class CurrentCaller {
  private static final Context.Key<Caller> KEY = Context.key(Caller.class.getName());

  private CurrentCaller() {}

  /** Returns who makes the call that is being handled; {@link Caller#UNKNOWN} outside of calls. */
  public static Caller get() {
    Caller caller = KEY.get();
    if (caller == null && isCallContext(Vertx.currentContext())) {
      caller = Vertx.currentContext().getLocal(Caller.class.getName());
    }
    return caller == null ? Caller.UNKNOWN : caller;
  }

  /** Returns the present gRPC context with a caller, whom the Vert.x context has from now on. */
  static Context with(Caller caller) {
    set(caller);
    return Context.current().withValue(KEY, caller);
  }

  /** Tells who calls in the present Vert.x context, if it is one of a call. */
  static void set(Caller caller) {
    if (isCallContext(Vertx.currentContext())) {
      Vertx.currentContext().putLocal(Caller.class.getName(), caller);
    }
  }

  private static boolean isCallContext(io.vertx.core.Context context) {
    return context != null && VertxContext.isDuplicatedContext(context);
  }
}
