package dev.clade.runtime.access;

import dev.clade.runtime.context.CallerContext;
import dev.clade.runtime.grpc.FailureTranslator;
import dev.clade.runtime.http.ErrorResponse;
import dev.clade.runtime.limit.CallLimits;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Lets HTTP requests through whose caller may read. Whatever a server answers over HTTP is a
 * reading, and what is not listed here as open needs the role.
 */
@Singleton
final class HttpAccess {
  /**
   * Probes, and metrics on purpose: they are counts with few and bounded labels, and who collects
   * them has no credentials.
   */
  private static final Pattern OPEN = Pattern.compile("/q/(health(/.*)?|metrics)");

  /** Methods of gRPC, whose services are named with dots; the interceptor asks their callers. */
  private static final Pattern GRPC = Pattern.compile("/[^/]*\\.[^/]*/[^/]*");

  /** After Quarkus has noted how to authenticate, which it does at 200. */
  private static final int PRIORITY = 50;

  private final Authenticator authenticator;
  private final CallLimits limits;

  @Inject
  HttpAccess(Authenticator authenticator, CallLimits limits) {
    this.authenticator = authenticator;
    this.limits = limits;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, PRIORITY);
  }

  private void check(RoutingContext request) {
    String path = request.normalizedPath();
    if (OPEN.matcher(path).matches() || GRPC.matcher(path).matches()) {
      request.next();
      return;
    }
    // It would answer refused tokens by itself, without a reason.
    request.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
    authenticator
        .authenticate(credentials(request))
        .emitOn(CallerContext.current())
        .invoke(caller -> admit(caller, request))
        .subscribe()
        .with(
            _ -> request.next(),
            failure ->
                ErrorResponse.send(FailureTranslator.translate(failure), request.response()));
  }

  private void admit(Caller caller, RoutingContext request) {
    caller.require(Role.READER);
    Runnable leave = limits.enter(caller.key(), false);
    request.addEndHandler(_ -> leave.run());
    CurrentCaller.set(caller);
  }

  private static Credentials credentials(RoutingContext request) {
    return new Credentials(
        request.request().headers().getAll("Authorization"),
        request.request().sslSession(),
        QuarkusHttpUser.getSecurityIdentity(request, null));
  }
}
