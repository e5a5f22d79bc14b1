package dev.clade.runtime.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ByteString;
import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import dev.clade.ingest.v1.ImportServiceGrpc;
import dev.clade.ingest.v1.ImportServiceGrpc.ImportServiceBlockingStub;
import dev.clade.ingest.v1.PauseImportRequest;
import dev.clade.ingest.v1.ResumeImportRequest;
import dev.clade.ingest.v1.StartImportRequest;
import dev.clade.ingest.v1.UploadFileRequest;
import dev.clade.ingest.v1.UploadFileResponse;
import dev.clade.runtime.testing.AuditLines;
import dev.clade.runtime.testing.IssuerTestResource;
import dev.clade.runtime.testing.TestCalls;
import dev.clade.runtime.testing.TestIssuer;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written of who changed something, or tried. */
@QuarkusTest
@QuarkusTestResource(value = IssuerTestResource.class, restrictToAnnotatedClass = true)
final class AuditTest {
  @TestHTTPResource URI server;
  TestIssuer issuer;

  private ManagedChannel channel;
  private AuditLines audit;

  @BeforeEach
  void connect() {
    channel =
        NettyChannelBuilder.forAddress(server.getHost(), server.getPort()).usePlaintext().build();
    audit = new AuditLines();
  }

  @AfterEach
  void disconnect() {
    audit.close();
    channel.shutdownNow();
  }

  @Test
  void whoStartsAnImportIsWrittenWithWhatWasStarted() throws Exception {
    as("ada", "importer")
        .startImport(
            StartImportRequest.newBuilder().setUpload("uploads/1").setRequestId("r-1").build());
    JsonObject line = audit.next();
    assertThat(line.fieldNames())
        .containsExactly("time", "caller", "kind", "method", "request", "answer", "code");
    assertThat(Instant.parse(line.getString("time"))).isBeforeOrEqualTo(Instant.now());
    assertThat(line.getString("caller")).isEqualTo("ada");
    assertThat(line.getString("kind")).isEqualTo("TOKEN");
    assertThat(line.getString("method")).isEqualTo("clade.ingest.v1.ImportService/StartImport");
    assertThat(line.getJsonObject("request"))
        .isEqualTo(new JsonObject().put("upload", "uploads/1").put("request_id", "r-1"));
    assertThat(line.getJsonObject("answer"))
        .isEqualTo(new JsonObject().put("operation.name", "imports/7"));
    assertThat(line.getString("code")).isEqualTo("OK");
  }

  @Test
  void whoIsRefusedIsWrittenToo() throws Exception {
    assertFails(() -> as("bob", "reader").startImport(StartImportRequest.getDefaultInstance()));
    JsonObject lacking = audit.next();
    assertThat(lacking.getString("caller")).isEqualTo("bob");
    assertThat(lacking.getString("code")).isEqualTo("PERMISSION_DENIED");
    assertThat(lacking.getString("reason")).isEqualTo("ROLE_MISSING");
    assertFails(
        () ->
            ImportServiceGrpc.newBlockingStub(channel)
                .startImport(StartImportRequest.getDefaultInstance()));
    JsonObject unknown = audit.next();
    assertThat(unknown.getString("caller")).isEmpty();
    assertThat(unknown.getString("kind")).isEqualTo("UNKNOWN");
    assertThat(unknown.getString("reason")).isEqualTo("CREDENTIALS_MISSING");
  }

  @Test
  void howACallFailedIsWrittenHoweverItDid() throws Exception {
    ImportServiceBlockingStub ada = as("ada", "importer");
    assertFails(
        () -> ada.pauseImport(PauseImportRequest.newBuilder().setName("imports/8").build()));
    JsonObject thrown = audit.next();
    assertThat(thrown.getString("reason")).isEqualTo("IMPORT_NOT_FOUND");
    assertThat(thrown.getJsonObject("request").getString("name")).isEqualTo("imports/8");
    assertFails(() -> ada.resumeImport(ResumeImportRequest.getDefaultInstance()));
    JsonObject emitted = audit.next();
    assertThat(emitted.getString("code")).isEqualTo("INTERNAL");
    assertThat(emitted.encode()).doesNotContain("hunter2");
  }

  @Test
  void contentsAndTokensAreNotWritten() throws Exception {
    StreamObserver<UploadFileRequest> upload =
        with(ImportServiceGrpc.newStub(channel), "ada", "importer")
            .uploadFile(new IgnoringObserver());
    upload.onNext(UploadFileRequest.newBuilder().setFileName("models.tsv\n{}").build());
    upload.onNext(
        UploadFileRequest.newBuilder().setChunk(ByteString.copyFromUtf8("hunter2")).build());
    upload.onCompleted();
    JsonObject line = audit.next();
    assertThat(line.getJsonObject("request"))
        .isEqualTo(new JsonObject().put("file_name", "models.tsv\n{}"));
    assertThat(line.getJsonObject("answer")).isEqualTo(new JsonObject().put("upload", "uploads/9"));
    assertThat(line.encode()).doesNotContain("hunter2", "eyJ", "\n");
  }

  @Test
  void aCallThatItsClientGivesUpIsWritten() throws Exception {
    StreamObserver<UploadFileRequest> upload =
        with(ImportServiceGrpc.newStub(channel), "ada", "importer")
            .uploadFile(new IgnoringObserver());
    upload.onNext(UploadFileRequest.newBuilder().setFileName("models.tsv").build());
    // The server must have the call before it can lose it.
    as("ada", "importer").startImport(StartImportRequest.getDefaultInstance());
    audit.next();
    channel.shutdownNow();
    assertThat(audit.next().getString("code")).isEqualTo("CANCELLED");
  }

  @Test
  void readingIsNotWritten() {
    with(CatalogueServiceGrpc.newBlockingStub(channel), "ada", "importer")
        .getCatalogueStats(GetCatalogueStatsRequest.getDefaultInstance());
    assertThat(audit.isEmpty()).isTrue();
  }

  private ImportServiceBlockingStub as(String subject, String... roles) {
    return with(ImportServiceGrpc.newBlockingStub(channel), subject, roles);
  }

  private <S extends AbstractStub<S>> S with(S stub, String subject, String... roles) {
    return TestCalls.with(stub, "Bearer " + issuer.token(subject, roles));
  }

  private static void assertFails(ThrowingCallable call) {
    assertThatExceptionOfType(StatusRuntimeException.class).isThrownBy(call);
  }

  /** A client that does not look at what it gets. */
  private static final class IgnoringObserver implements StreamObserver<UploadFileResponse> {
    @Override
    public void onNext(UploadFileResponse value) {}

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onCompleted() {}
  }
}
