package dev.clade.runtime.telemetry;

import dev.clade.runtime.context.CallerContext;
import dev.clade.valuation.v1.CreateValuationRequest;
import dev.clade.valuation.v1.CreateValuationResponse;
import dev.clade.valuation.v1.MutinyValuationServiceGrpc.ValuationServiceImplBase;
import io.quarkus.grpc.GrpcService;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import org.jboss.logging.Logger;

/** A server that tells its log what it does: in the call, behind a timer, and in the background. */
@GrpcService
class LoggingRuns extends ValuationServiceImplBase {
  static final Logger LOG = Logger.getLogger(LoggingRuns.class);

  /** Work that calls left for the test to run. */
  @Singleton
  static class Background {
    final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  }

  @Inject Background background;
  @Inject BackgroundWork work;
  @Inject ReactiveRedisDataSource redis;

  @Override
  public Uni<CreateValuationResponse> createValuation(CreateValuationRequest request) {
    LOG.info("in the call");
    String caller = TraceParent.current();
    Executor context = CallerContext.current();
    background.tasks.add(() -> run(caller, request.getRequestId()));
    return Uni.createFrom()
        .item(CreateValuationResponse.getDefaultInstance())
        .onItem()
        .delayIt()
        .by(Duration.ofMillis(20))
        .emitOn(context)
        .call(() -> redis.value(String.class).set("a", "b"))
        .invoke(() -> LOG.info("behind a timer"));
  }

  private void run(String caller, String requestId) {
    BackgroundWork.Work begun = work.begin(SpanKinds.IMPORT, caller, requestId);
    try (begun;
        var scope = begun.enter()) {
      LOG.info("in the background");
    }
    LOG.info("afterwards");
  }
}
