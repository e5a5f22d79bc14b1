package dev.clade.runtime.http;

import dev.clade.runtime.access.CurrentCaller;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** A page that tells who asked for it, on the event loop and on a worker's thread. */
@Singleton
class PageRoute {
  void register(@Observes Router router) {
    router.get("/v1/page").handler(request -> request.end(CurrentCaller.get().name()));
    router
        .get("/v1/blocking")
        .blockingHandler(request -> request.end(CurrentCaller.get().name()), false);
  }
}
