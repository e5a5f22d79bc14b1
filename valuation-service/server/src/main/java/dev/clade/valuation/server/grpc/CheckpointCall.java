package dev.clade.valuation.server.grpc;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.grpc.Replies;
import dev.clade.runtime.grpc.UploadStream;
import dev.clade.valuation.server.checkpoint.CheckpointService;
import dev.clade.valuation.server.checkpoint.Reception;
import dev.clade.valuation.server.credential.RunGuard;
import dev.clade.valuation.server.credential.RunScope;
import dev.clade.valuation.v1.UploadCheckpointRequest;
import dev.clade.valuation.v1.UploadCheckpointResponse;
import io.grpc.stub.StreamObserver;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * One checkpoint being uploaded. Its methods are called one after the other, on threads that may
 * block: the next chunk is read when the last one is stored.
 */
final class CheckpointCall extends UploadStream<UploadCheckpointRequest, UploadCheckpointResponse> {
  private static final Logger LOG = Logger.getLogger(CheckpointCall.class);

  private final CheckpointService checkpoints;
  private final RunGuard guard;
  private final RunScope scope;
  private Reception reception;

  CheckpointCall(
      CheckpointService checkpoints,
      RunGuard guard,
      RunScope scope,
      Replies replies,
      StreamObserver<UploadCheckpointResponse> client) {
    super(replies, client);
    this.checkpoints = checkpoints;
    this.guard = guard;
    this.scope = scope;
  }

  @Override
  protected void receive(UploadCheckpointRequest request) throws Throwable {
    switch (request.getContentCase()) {
      case NAME -> begin(request.getName());
      case CHUNK -> await(() -> begun().append(request.getChunk()));
      case CONTENT_NOT_SET -> throw CladeException.missingField("content");
    }
  }

  @Override
  protected UploadCheckpointResponse finish() throws Throwable {
    boolean kept = await(() -> begun().finish());
    return UploadCheckpointResponse.newBuilder().setKept(kept).build();
  }

  private void begin(String name) throws Throwable {
    if (reception != null) {
      throw CladeException.invalidField(
          Reason.FIELD_MALFORMED, "name", name, "must be sent once, and first");
    }
    reception =
        await(() -> guard.requireResource(scope, name).chain(() -> checkpoints.begin(name)));
  }

  private Reception begun() {
    if (reception == null) {
      throw CladeException.missingField("name");
    }
    return reception;
  }

  /** What cannot be discarded now is swept a day later. */
  @Override
  protected void discard() {
    if (reception == null) {
      return;
    }
    try {
      await(reception::discard);
    } catch (Throwable e) {
      LOG.infof("parts of a checkpoint that was cut off stay for now: %s", e);
    }
  }

  /** Not from this thread: database connections belong to event loops. */
  private static <T> T await(Supplier<Uni<T>> answer) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(answer);
  }
}
