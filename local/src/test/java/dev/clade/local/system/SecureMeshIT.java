package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.base.Throwables;
import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import dev.clade.local.client.CallFailure;
import dev.clade.local.client.FileImport;
import dev.clade.local.client.LineageReader;
import dev.clade.local.client.MeshClient;
import dev.clade.local.client.ValuationRuns;
import dev.clade.local.images.DrawnImages;
import dev.clade.local.mesh.MeshSecrets;
import dev.clade.local.mesh.ProcessMark;
import dev.clade.local.mesh.Readiness;
import dev.clade.local.mesh.Service;
import dev.clade.local.sample.SampleHub;
import dev.clade.runtime.certificate.CertificateAuthority;
import dev.clade.runtime.certificate.PemText;
import dev.clade.runtime.certificate.PrivateFile;
import dev.clade.runtime.client.ChannelSecurity;
import dev.clade.runtime.client.TlsFiles;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.testing.TestIssuer;
import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.v1.Valuation;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole mesh that is encrypted and asks for tokens, while its certificates come and go. */
final class SecureMeshIT {
  private static final Duration DAY = Duration.ofDays(1);
  private static final int MOST_LOOKS = 1_200;

  /** Longer than any process goes on with files that have changed. */
  private static final Duration SETTLED = Duration.ofSeconds(6);

  private static TestMesh mesh;
  private static MeshSecrets secrets;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    mesh = TestMesh.startSecure(Map.of("CLADE_TLS_RELOAD_PERIOD", "1s"));
    secrets = MeshSecrets.in(mesh.state());
  }

  @AfterAll
  static void stop() throws Exception {
    mesh.close();
  }

  @Test
  void importLineageAndAValuationGoThrough() throws Exception {
    importSample();
    ValuationRuns runs = new ValuationRuns(mesh.client());
    Valuation run =
        runs.create(
            Valuation.newBuilder()
                .setImageSet(runs.store(DrawnImages.draw(1, 3)).getName())
                .setTrainer(TrainerSpec.newBuilder().setTrainingSteps(40))
                .setReplicateCount(1)
                .build());
    Valuation ended = runs.watch(run.getName(), state -> {});
    assertThat(ended.getState()).as(ended.getFailure()).isEqualTo(Valuation.State.STATE_SUCCEEDED);
    assertThat(commandLines()).isNotEmpty().noneMatch(line -> line.contains("eyJ"));
  }

  @Test
  void callersWithoutAGoodTokenAreRefused() throws IOException {
    ChannelSecurity nobody =
        new ChannelSecurity(
            Optional.of(new TlsFiles(secrets.authorities(), Optional.empty())), Optional.empty());
    assertThat(failure(nobody).reason()).contains(Reason.CREDENTIALS_MISSING);
    assertThat(failure(secrets.client()).reason()).contains(Reason.ROLE_MISSING);
    Path foreign =
        Files.writeString(
            folder.resolve("foreign"), new TestIssuer().token("operator", "importer", "valuer"));
    assertThat(failure(secrets.client().withToken(foreign)).reason())
        .contains(Reason.CREDENTIALS_INVALID);
    assertThat(failure(secrets.client().withToken(secrets.token("worker"))).reason())
        .contains(Reason.ROLE_MISSING);
    assertThat(failure(ChannelSecurity.NONE)).hasMessageContaining("cannot be reached");
  }

  @Test
  void secretsAreTheirOwnersAlone() throws IOException {
    try (var files = Files.walk(secrets.folder())) {
      assertThat(files)
          .hasSizeGreaterThan(10)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .endsWith("------"));
    }
  }

  @Test
  void certificatesOfANewAuthorityAreTakenWhileCallsGoOn() throws Exception {
    List<ProcessMark> before = processes();
    AtomicInteger calls = new AtomicInteger();
    Queue<String> failures = new ConcurrentLinkedQueue<>();
    AtomicBoolean over = new AtomicBoolean();
    Thread caller = Thread.ofPlatform().start(() -> callOn(over, calls, failures));
    CertificateAuthority next = CertificateAuthority.create("next", Instant.now().plus(DAY));
    long begin = System.nanoTime();
    trustAlso(next);
    Thread.sleep(SETTLED);
    for (Service service : Service.values()) {
      secrets.issue(next, MeshSecrets.name(service), Instant.now().plus(DAY));
    }
    secrets.issue(next, MeshSecrets.CLIENT, Instant.now().plus(DAY));
    Thread.sleep(SETTLED);
    PrivateFile.write(secrets.authorities(), PemText.of(next.certificate()));
    Thread.sleep(SETTLED);
    for (Service service : Service.values()) {
      await(() -> isReachable(service), service + " shows its new certificate");
    }
    tell("rotation of all certificates and their authority", begin);
    over.set(true);
    caller.join();
    assertThat(failures).as("of %d calls", calls.get()).isEmpty();
    assertThat(calls).hasPositiveValue();
    assertThat(processes()).isEqualTo(before);

    mesh.mesh().process(Service.INGEST).kill();
    mesh.mesh().restart(Service.INGEST);
    await(
        () -> new LineageReader(mesh.client()).position().getFollowing(),
        "lineage connects by its new certificate");
    await(SecureMeshIT::isAnswered, "the client connects again");
    importLineageAndAValuationGoThrough();
  }

  @Test
  void anExpiredCertificateIsToldOfAndAGoodOneRecovers() throws Exception {
    ProcessMark before = mesh.mesh().process(Service.INGEST).mark();
    CertificateAuthority other = CertificateAuthority.create("other", Instant.now().plus(DAY));
    trustAlso(other);
    Thread.sleep(SETTLED);
    secrets.issue(other, MeshSecrets.name(Service.INGEST), Instant.now().minusSeconds(60));
    await(() -> !isReachable(Service.INGEST), "the expired certificate is shown");

    assertThat(failure(secrets.operator()))
        .hasMessageContaining("ingest")
        .hasMessageContaining("cannot be called safely")
        .hasMessageContaining("NotAfter");
    await(() -> log().contains("of this server expired at"), "the log tells");

    long begin = System.nanoTime();
    secrets.issue(other, MeshSecrets.name(Service.INGEST), Instant.now().plus(DAY));
    await(() -> isReachable(Service.INGEST), "new connections succeed again");
    tell("recovery from an expired certificate", begin);
    assertThat(mesh.mesh().process(Service.INGEST).mark()).isEqualTo(before);
  }

  private static void importSample() throws Exception {
    long sequence =
        FileImport.result(
                new FileImport(mesh.client())
                    .run(SampleHub.FILE_NAME, SampleHub.open(), progress -> {}))
            .getLastSequence();
    new LineageReader(mesh.client()).await(sequence);
  }

  /** Calls over one channel and over new ones in turn, and ends after a round. */
  private static void callOn(AtomicBoolean over, AtomicInteger calls, Queue<String> failures) {
    while (!over.get()) {
      try {
        calls.incrementAndGet();
        stats(mesh.client());
        new LineageReader(mesh.client()).position();
        callByANewConnection();
      } catch (CallFailure e) {
        failures.add(Throwables.getStackTraceAsString(e));
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  /**
   * A server turns connections away in the moment in which it changes its certificate. That is
   * UNAVAILABLE, so it may be tried again.
   */
  private static void callByANewConnection() {
    try (MeshClient client =
        new MeshClient(mesh.mesh().endpoints(), secrets.operator(), OpenTelemetry.noop())) {
      try {
        stats(client);
      } catch (CallFailure e) {
        stats(client);
      }
    }
  }

  /** Puts an authority beside those that everybody trusts. */
  private static void trustAlso(CertificateAuthority authority) throws IOException {
    PrivateFile.write(
        secrets.authorities(),
        Files.readString(secrets.authorities()) + PemText.of(authority.certificate()));
  }

  private static CallFailure failure(ChannelSecurity security) {
    try (MeshClient client =
        new MeshClient(mesh.mesh().endpoints(), security, OpenTelemetry.noop())) {
      return catchThrowableOfType(CallFailure.class, () -> stats(client));
    }
  }

  private static boolean isReachable(Service service) {
    return new Readiness(mesh.mesh().endpoints().of(service), secrets.client()).isReady();
  }

  /** A connection that was refused fails calls until the next attempt has succeeded. */
  private static boolean isAnswered() {
    try {
      stats(mesh.client());
      return true;
    } catch (CallFailure e) {
      return false;
    }
  }

  private static void stats(MeshClient client) {
    client.call(
        Service.INGEST,
        () -> client.catalogue().getCatalogueStats(GetCatalogueStatsRequest.getDefaultInstance()));
  }

  private static List<ProcessMark> processes() {
    return Arrays.stream(Service.values())
        .map(service -> mesh.mesh().process(service).mark())
        .toList();
  }

  private static List<String> commandLines() {
    return mesh.workers().stream().flatMap(worker -> worker.info().commandLine().stream()).toList();
  }

  private static String log() {
    try {
      return Files.readString(mesh.state().log("ingest"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void tell(String what, long beginNanos) {
    System.out.printf("%s: %.1f s%n", what, (System.nanoTime() - beginNanos) / 1e9);
  }

  private static void await(BooleanSupplier condition, String what) throws InterruptedException {
    for (int look = 0; !condition.getAsBoolean(); look++) {
      assertThat(look).as(what).isLessThan(MOST_LOOKS);
      Thread.sleep(50);
    }
  }
}
