package dev.clade.local.fault;

import dev.clade.local.fault.Toxic.Stage;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Carries bytes one way: a thread reads and one passes on, so that what is held up does not hold up
 * what comes behind it, up to a bound.
 */
final class OneWay {
  private static final int CHUNK_BYTES = 16 * 1024;
  private static final int MOST_CHUNKS = 1024;
  private static final Chunk END = new Chunk(new byte[0], 0);

  private final ProxiedConnection connection;
  private final Socket from;
  private final Socket to;
  private final Direction direction;
  private final BlockingQueue<Chunk> waiting = new ArrayBlockingQueue<>(MOST_CHUNKS);
  private List<Toxic> toxics = List.of();
  private Stage first = new Exit();

  /** Bytes that were read at once, and when. */
  private record Chunk(byte[] bytes, long arrivalNanos) {}

  OneWay(ProxiedConnection connection, Socket from, Socket to, Direction direction) {
    this.connection = connection;
    this.from = from;
    this.to = to;
    this.direction = direction;
  }

  void start() {
    Thread passing = Thread.ofVirtual().unstarted(this::pass);
    passing.start();
    Thread.ofVirtual().start(() -> read(passing));
  }

  private void read(Thread passing) {
    try {
      byte[] buffer = new byte[CHUNK_BYTES];
      int count = from.getInputStream().read(buffer);
      while (count >= 0) {
        waiting.put(new Chunk(Arrays.copyOf(buffer, count), System.nanoTime()));
        count = from.getInputStream().read(buffer);
      }
      waiting.put(END);
    } catch (IOException e) {
      passing.interrupt();
      connection.cut();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pass() {
    try {
      Chunk chunk = waiting.take();
      while (chunk != END) {
        stage().pass(chunk.bytes, chunk.arrivalNanos);
        chunk = waiting.take();
      }
      stage().end();
    } catch (IOException e) {
      connection.cut();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the first of the stages, made anew when the toxics are others. */
  private Stage stage() {
    List<Toxic> now = connection.toxics(direction);
    if (now != toxics) {
      toxics = now;
      first = new Exit();
      for (Toxic toxic : now.reversed()) {
        first = toxic.on(first);
      }
    }
    return first;
  }

  /** Where bytes leave. */
  private final class Exit implements Stage {
    @Override
    public void pass(byte[] bytes, long arrivalNanos) throws IOException {
      to.getOutputStream().write(bytes);
    }

    @Override
    public void end() throws IOException {
      to.shutdownOutput();
      connection.endOneWay();
    }

    @Override
    public void cut() {
      connection.cut();
    }

    @Override
    public void reset() throws IOException {
      connection.reset();
    }
  }
}
