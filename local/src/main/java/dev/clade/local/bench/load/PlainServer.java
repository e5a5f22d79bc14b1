package dev.clade.local.bench.load;

import dev.clade.local.client.Address;
import dev.clade.local.mesh.Jdk;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A server of grpc-java's own transport with the health service and nothing of Clade's, in a
 * process of its own: what the transport that services do not use would do.
 */
public final class PlainServer implements AutoCloseable {
  private final Process process;
  private final Address address;

  private PlainServer(Process process, Address address) {
    this.process = process;
    this.address = address;
  }

  /** Starts one, which ends with this process at the latest. */
  static PlainServer start() throws IOException {
    Process process =
        new ProcessBuilder(
                Jdk.program("java"),
                "-Xmx384m",
                "-cp",
                System.getProperty("java.class.path"),
                PlainServer.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader told =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    String port = told.readLine();
    if (port == null) {
      throw new IOException("a plain server of gRPC did not start");
    }
    return new PlainServer(
        process,
        new Address(InetAddress.getLoopbackAddress().getHostAddress(), Integer.parseInt(port)));
  }

  /** Returns where it listens. */
  Address address() {
    return address;
  }

  /** Returns the processor time that it has used, in seconds. */
  double processorSeconds() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  @Override
  public void close() {
    process.destroy();
  }

  /** Serves on a free port of loopback, tells it, and ends with its input. */
  public static void main(String[] arguments) throws IOException {
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .directExecutor()
            .addService(new HealthStatusManager().getHealthService())
            .build()
            .start();
    System.out.println(server.getPort());
    while (System.in.read() >= 0) {
      // Nothing is said to it.
    }
    server.shutdownNow();
  }
}
