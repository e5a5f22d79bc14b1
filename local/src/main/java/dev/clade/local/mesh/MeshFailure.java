package dev.clade.local.mesh;

/** Says in one sentence for people why a mesh could not be started or stopped. */
public final class MeshFailure extends RuntimeException {

  /** Creates a failure with one sentence for people. */
  public MeshFailure(String message) {
    super(message);
  }

  /** As {@link #MeshFailure(String)}, with the cause. */
  public MeshFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
