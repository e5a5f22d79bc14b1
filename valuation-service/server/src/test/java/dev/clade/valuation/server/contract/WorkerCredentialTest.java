package dev.clade.valuation.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.testing.IssuerTestResource;
import dev.clade.runtime.testing.TestIssuer;
import dev.clade.valuation.server.ServerTest;
import dev.clade.valuation.server.credential.CredentialKey;
import dev.clade.valuation.server.credential.CredentialKeys;
import dev.clade.valuation.server.credential.WorkerCredentials;
import dev.clade.valuation.server.store.CredentialKeyStore;
import dev.clade.valuation.v1.ContributorSet;
import dev.clade.valuation.v1.DataContributor;
import dev.clade.valuation.v1.DownloadCheckpointRequest;
import dev.clade.valuation.v1.EvaluationTask;
import dev.clade.valuation.v1.GetImageSetRequest;
import dev.clade.valuation.v1.GetValuationRequest;
import dev.clade.valuation.v1.LeaseEvaluationRequest;
import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.v1.UploadCheckpointRequest;
import dev.clade.valuation.v1.UploadCheckpointResponse;
import dev.clade.valuation.v1.Valuation;
import dev.clade.valuation.v1.WorkerServiceGetContributorSetRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a worker's credential opens: its own run, for its own time, and nothing else. */
@QuarkusTest
@QuarkusTestResource(value = IssuerTestResource.class, restrictToAnnotatedClass = true)
class WorkerCredentialTest extends ServerTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Inject CredentialKeys keys;
  @Inject CredentialKeyStore store;

  TestIssuer issuer;

  private final List<Mesh> meshes = new ArrayList<>();
  private Mesh operator;
  private Valuation own;
  private Valuation other;
  private Mesh limited;
  private FakeWorker worker;

  @BeforeEach
  void createTwoRuns() {
    operator = connect(issuer.token("operator", "valuer"));
    own = operator.create(pruned(operator.imageSet(3)));
    other = operator.create(pruned(operator.imageSet(4)));
    limited = connect(credential(own, Clock.systemUTC()));
    worker = new FakeWorker(limited.workers(), "limited");
  }

  @AfterEach
  void disconnect() {
    meshes.forEach(Mesh::close);
  }

  @Test
  void workIsOfTheOwnRunAloneAndTheOtherCannotBeAskedFor() {
    while (true) {
      EvaluationTask task = worker.lease(0).getTask();
      if (task.getLease().isEmpty()) {
        break;
      }
      assertThat(task.getValuation()).isEqualTo(own.getName());
      worker.report(task);
    }
    assertThat(operator.get(own.getName()).getState()).isEqualTo(Valuation.State.STATE_SUCCEEDED);
    refused(
        () -> worker.lease(LeaseEvaluationRequest.newBuilder().setValuation(other.getName()), 0));
  }

  @Test
  void leasesOfTheOtherRunCanBeNeitherRenewedNorReportedNorReleased() {
    FakeWorker theirs =
        new FakeWorker(connect(credential(other, Clock.systemUTC())).workers(), "theirs");
    EvaluationTask task = theirs.take();
    EvaluationTask mine = worker.take();
    refused(() -> worker.renew(task, List.of()));
    refused(() -> worker.renew(mine, List.of(task)));
    refused(() -> worker.report(task));
    refused(() -> worker.fail(task, "no"));
    refused(() -> worker.release(task));
    assertThat(theirs.renew(task, List.of())).isEmpty();
    assertThat(worker.renew(mine, List.of())).isEmpty();
    assertThat(theirs.report(task)).isTrue();
    Failures.assertReason(
        Reason.LEASE_LOST,
        () -> worker.report(UUID.randomUUID().toString(), FakeWorker.result(mine).build()));
  }

  @Test
  void imagesAndContributorsOfTheOtherRunCannotBeRead() {
    assertThat(imageSet(own.getImageSet())).isEqualTo(own.getImageSet());
    refused(() -> imageSet(other.getImageSet()));
    ContributorSet set =
        operator.store(
            ContributorSet.newBuilder()
                .addContributors(DataContributor.newBuilder().setId("a").setItemCount(1))
                .addContributors(DataContributor.newBuilder().setId("b").setItemCount(1)));
    refused(
        () ->
            limited
                .workers()
                .getContributorSet(
                    WorkerServiceGetContributorSetRequest.newBuilder()
                        .setName(set.getName())
                        .build()));
  }

  @Test
  void checkpointsOfTheOtherRunCanBeNeitherReadNorMade() {
    String mine = worker.take().getCheckpoint();
    String theirs =
        new FakeWorker(connect(credential(other, Clock.systemUTC())).workers(), "theirs")
            .take()
            .getCheckpoint();
    assertThat(mine).isNotEmpty().isNotEqualTo(theirs);
    assertThat(upload(mine)).isTrue();
    assertThat(download(mine)).isEqualTo(ByteString.copyFromUtf8("weights"));
    refused(() -> upload(theirs));
    refused(() -> download(theirs));
    refused(() -> download("checkpoints/none"));
  }

  @Test
  void nothingButWorkersMethodsIsOpen() {
    Failures.assertReason(
        Reason.ROLE_MISSING,
        () ->
            limited
                .valuations()
                .getValuation(GetValuationRequest.newBuilder().setName(own.getName()).build()));
  }

  @Test
  void anExpiredCredentialThatWasStolenGetsNothing() {
    Clock yesterday = Clock.fixed(Instant.now().minus(HOUR).minusSeconds(1), ZoneOffset.UTC);
    Mesh stolen = connect(credential(own, yesterday));
    EvaluationTask task = worker.take();
    FakeWorker thief = new FakeWorker(stolen.workers(), "thief");
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> thief.lease(0),
            () -> thief.renew(task, List.of()),
            () -> thief.report(task),
            () ->
                stolen
                    .workers()
                    .getImageSet(
                        GetImageSetRequest.newBuilder().setName(own.getImageSet()).build()))) {
      Failures.assertReason(Reason.CREDENTIALS_INVALID, call);
    }
    assertThat(worker.report(task)).isTrue();
  }

  @Test
  void aCredentialThatAnotherKeySignedGetsNothing() {
    CredentialKey forged = CredentialKey.parse(CredentialKey.newJwk());
    Mesh forger =
        connect(
            new WorkerCredentials(() -> forged, Clock.systemUTC())
                .issue("forger", Optional.empty(), HOUR));
    Failures.assertReason(
        Reason.CREDENTIALS_INVALID, () -> new FakeWorker(forger.workers(), "forger").lease(0));
  }

  @Test
  void workersOfOperatorsServeEveryRun() {
    FakeWorker everybodys =
        new FakeWorker(connect(issuer.token("cluster", "worker")).workers(), "theirs");
    everybodys.work();
    for (Valuation run : List.of(own, other)) {
      assertThat(operator.get(run.getName()).getState()).isEqualTo(Valuation.State.STATE_SUCCEEDED);
    }
  }

  @Test
  void everyReplicaFindsTheSameKey() {
    assertThat(CredentialKey.parse(store.keep(CredentialKey.newJwk()).await().indefinitely()).id())
        .isEqualTo(keys.get().id());
  }

  private Mesh connect(String token) {
    Mesh mesh = new Mesh(server, token);
    meshes.add(mesh);
    return mesh;
  }

  private String credential(Valuation run, Clock clock) {
    UUID id = UUID.fromString(run.getName().substring("valuations/".length()));
    return new WorkerCredentials(keys::get, clock).issue("limited", Optional.of(id), HOUR);
  }

  private String imageSet(String name) {
    return limited
        .workers()
        .getImageSet(GetImageSetRequest.newBuilder().setName(name).build())
        .getImageSet()
        .getName();
  }

  private boolean upload(String checkpoint) {
    Upload<UploadCheckpointRequest, UploadCheckpointResponse> upload =
        new Upload<>(limited.asynchronousWorkers()::uploadCheckpoint);
    upload.send(
        List.of(
            UploadCheckpointRequest.newBuilder().setName(checkpoint).build(),
            UploadCheckpointRequest.newBuilder()
                .setChunk(ByteString.copyFromUtf8("weights"))
                .build()));
    return upload.end().getKept();
  }

  private ByteString download(String checkpoint) {
    List<ByteString> parts = new ArrayList<>();
    limited
        .workers()
        .downloadCheckpoint(DownloadCheckpointRequest.newBuilder().setName(checkpoint).build())
        .forEachRemaining(part -> parts.add(part.getChunk()));
    return ByteString.copyFrom(parts);
  }

  private static void refused(ThrowingCallable call) {
    Failures.assertReason(Reason.CREDENTIAL_OF_OTHER_RUN, call);
  }

  /** A run whose evaluations start from a checkpoint. */
  private static Valuation.Builder pruned(String imageSet) {
    return Valuation.newBuilder()
        .setImageSet(imageSet)
        .setTrainer(
            TrainerSpec.newBuilder().setMethod(TrainerSpec.Method.METHOD_SPARSIFIED_FINETUNE));
  }
}
