package dev.clade.runtime.grpc;

import io.grpc.stub.StreamObserver;

/**
 * The messages of one upload, which one answer ends. They come one after the other, on threads that
 * may block: the next is read when the last one is dealt with. After a failure, of which the client
 * is told, nothing more is received.
 *
 * @param <Q> a message
 * @param <R> the answer
 */
public abstract class UploadStream<Q, R> implements StreamObserver<Q> {
  private final Replies replies;
  private final StreamObserver<R> client;
  private boolean over;

  /** Begins an upload of which nothing has come. */
  protected UploadStream(Replies replies, StreamObserver<R> client) {
    this.replies = replies;
    this.client = client;
  }

  /** Takes the next message. */
  protected abstract void receive(Q message) throws Throwable;

  /** Returns the answer when all has come. */
  protected abstract R finish() throws Throwable;

  /** Forgets what has come, if anything, because the client is gone or something failed. */
  protected abstract void discard();

  @Override
  public final void onNext(Q message) {
    if (over) {
      return;
    }
    try {
      receive(message);
    } catch (Throwable e) {
      fail(e);
    }
  }

  @Override
  public final void onError(Throwable failure) {
    over = true;
    discard();
  }

  @Override
  public final void onCompleted() {
    if (over) {
      return;
    }
    try {
      client.onNext(finish());
      client.onCompleted();
    } catch (Throwable e) {
      fail(e);
    }
  }

  private void fail(Throwable failure) {
    over = true;
    discard();
    replies.fail(client, failure);
  }
}
