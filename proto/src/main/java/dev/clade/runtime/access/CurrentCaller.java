package dev.clade.runtime.access;

import io.grpc.Context;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import java.util.function.Consumer;

/**
 * Tells handlers who calls them: in the call's gRPC context, and in its Vert.x context, where
 * {@code Uni}s and routes run.
 */
public final class CurrentCaller {
  private static final Context.Key<Caller> KEY = Context.key(Caller.class.getName());

  private static final Context.Key<Consumer<Caller>> LISTENER =
      Context.key(CurrentCaller.class.getName());

  private CurrentCaller() {}

  /**
   * Returns the present gRPC context, within which a listener is told who makes a call before it is
   * decided whether they may; {@link Caller#UNKNOWN} when that cannot be told.
   */
  public static Context telling(Consumer<Caller> listener) {
    return Context.current().withValue(LISTENER, listener);
  }

  /** Tells the listener of the present context, if it has one. */
  static void tell(Caller caller) {
    Consumer<Caller> listener = LISTENER.get();
    if (listener != null) {
      listener.accept(caller);
    }
  }

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
