package dev.clade.local.fault;

import java.io.IOException;

/** What is wrong with one direction of a connection. Every connection gets a state of its own. */
public interface Toxic {
  /**
   * Begins to act upon a connection.
   *
   * @param next where bytes go
   */
  Stage on(Stage next);

  /** A place that bytes pass on their way; called by one thread. */
  interface Stage {
    /**
     * Takes bytes, and blocks for as long as they are held up.
     *
     * @param arrivalNanos when they came, by {@link System#nanoTime}
     */
    void pass(byte[] bytes, long arrivalNanos) throws IOException, InterruptedException;

    /** The sender has said its last. */
    void end() throws IOException, InterruptedException;

    /** Cuts the connection, both ways, as a process does that ends. */
    void cut() throws IOException;

    /** Cuts it as a process does that was never there: the peer is told of a reset. */
    void reset() throws IOException;
  }
}
