package dev.clade.local.fault;

import dev.clade.local.fault.Toxic.Stage;
import java.io.IOException;

/** Hands everything on. */
abstract class ForwardingStage implements Stage {
  private final Stage next;

  ForwardingStage(Stage next) {
    this.next = next;
  }

  @Override
  public void pass(byte[] bytes, long arrivalNanos) throws IOException, InterruptedException {
    next.pass(bytes, arrivalNanos);
  }

  @Override
  public void end() throws IOException, InterruptedException {
    next.end();
  }

  @Override
  public final void cut() throws IOException {
    next.cut();
  }

  @Override
  public final void reset() throws IOException {
    next.reset();
  }
}
