package dev.clade.valuation.server.launcher;

import dev.clade.valuation.server.contract.FakeWorker;
import dev.clade.valuation.v1.LeaseEvaluationResponse;
import dev.clade.valuation.v1.WorkerServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.io.OutputStream;

/** A worker process that trains nothing: started by the launcher as a child. */
public final class TinyWorker {
  private static final int TRAINING_MILLIS = 100;

  private TinyWorker() {}

  /** Works until there has been nothing to do for two seconds, or standard input closes. */
  public static void main(String[] arguments) throws InterruptedException {
    Thread.ofPlatform().daemon().start(TinyWorker::endWithParent);
    ManagedChannel channel = NettyChannelBuilder.forTarget(arguments[1]).usePlaintext().build();
    FakeWorker worker = new FakeWorker(WorkerServiceGrpc.newBlockingStub(channel), arguments[3]);
    LeaseEvaluationResponse next = worker.lease(2_000);
    while (next.hasTask()) {
      Thread.sleep(TRAINING_MILLIS);
      worker.report(next.getTask());
      next = worker.lease(2_000);
    }
    System.exit(0);
  }

  private static void endWithParent() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
      System.exit(0);
    } catch (IOException e) {
      System.exit(1);
    }
  }
}
