package dev.clade.valuation.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.v1.DownloadCheckpointRequest;
import dev.clade.valuation.v1.UploadCheckpointRequest;
import dev.clade.valuation.v1.UploadCheckpointResponse;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a worker sees of checkpoints. */
@QuarkusTest
class CheckpointContractTest extends ContractTest {
  private static final int MEBIBYTE = 1 << 20;
  private static final int PATIENCE_POLLS = 1_200;

  private final String name = "checkpoints/" + UUID.randomUUID();

  @Test
  void aContentComesBackAsItWasSentHoweverItWasCut() {
    ByteString content = bytes(1, 2_500_000);
    for (int chunkBytes : List.of(MEBIBYTE, 700_000, 999)) {
      String other = name + "-" + chunkBytes;
      assertThat(upload(other, content, chunkBytes)).isTrue();
      List<ByteString> parts = parts(other);
      assertThat(ByteString.copyFrom(parts)).isEqualTo(content);
      assertThat(parts).allSatisfy(part -> assertThat(part.size()).isLessThanOrEqualTo(MEBIBYTE));
    }
  }

  @Test
  void theFirstContentStays() {
    assertThat(upload(name, bytes(1, 1_000), 300)).isTrue();
    assertThat(upload(name, bytes(2, 1_000), 300)).isFalse();
    assertThat(upload(name, bytes(1, 1_000), 300)).isFalse();
    assertThat(ByteString.copyFrom(parts(name))).isEqualTo(bytes(1, 1_000));
  }

  @Test
  void ofManyWhoSendAtOnceOneIsKeptAndTheOthersLeaveNothing() {
    int before = storedParts();
    List<CompletableFuture<Boolean>> uploads =
        IntStream.range(0, 6)
            .mapToObj(
                seed ->
                    CompletableFuture.supplyAsync(
                        () -> upload(name, bytes(seed, 1_500_000), MEBIBYTE)))
            .toList();
    List<Boolean> kept = uploads.stream().map(CompletableFuture::join).toList();
    assertThat(kept).containsOnlyOnce(true);
    assertThat(ByteString.copyFrom(parts(name))).isEqualTo(bytes(kept.indexOf(true), 1_500_000));
    assertThat(storedParts() - before).isEqualTo(2);
  }

  @Test
  void whatNobodySentIsNotFound() {
    Failures.assertReason(Reason.CHECKPOINT_NOT_FOUND, () -> parts(name));
    Failures.assertField("name", Reason.FIELD_REQUIRED, () -> parts(""));
    Failures.assertField("name", Reason.FIELD_MALFORMED, () -> parts("valuations/x"));
  }

  @Test
  void anUploadThatIsCutOffLeavesNothing() throws InterruptedException {
    int before = storedParts();
    Upload<UploadCheckpointRequest, UploadCheckpointResponse> upload =
        new Upload<>(mesh.asynchronousWorkers()::uploadCheckpoint);
    upload.send(List.of(name(name), chunk(bytes(1, MEBIBYTE)), chunk(bytes(2, MEBIBYTE))));
    for (int poll = 0; storedParts() == before; poll++) {
      assertThat(poll).as("waited too long for the first part").isLessThan(PATIENCE_POLLS);
      Thread.sleep(50);
    }
    upload.cut();
    for (int poll = 0; storedParts() > before; poll++) {
      assertThat(poll).as("waited too long for the parts to go").isLessThan(PATIENCE_POLLS);
      Thread.sleep(50);
    }
    Failures.assertReason(Reason.CHECKPOINT_NOT_FOUND, () -> parts(name));
    assertThat(upload(name, bytes(3, 10), 10)).isTrue();
  }

  @Test
  void uploadsThatBreakARuleAreRefusedAndLeaveNothing() {
    ByteString some = bytes(1, 10);
    Failures.assertField("name", Reason.FIELD_REQUIRED, () -> send(chunk(some)));
    Failures.assertField("name", Reason.FIELD_REQUIRED, () -> send());
    Failures.assertField("name", Reason.FIELD_MALFORMED, () -> send(name("imageSets/x")));
    Failures.assertField("name", Reason.FIELD_MALFORMED, () -> send(name(name), name(name)));
    Failures.assertField("chunk", Reason.FIELD_REQUIRED, () -> send(name(name)));
    Failures.assertField(
        "content",
        Reason.FIELD_REQUIRED,
        () -> send(name(name), UploadCheckpointRequest.getDefaultInstance()));
    Failures.assertField(
        "chunk",
        Reason.FIELD_TOO_LONG,
        () -> send(name(name), chunk(some), chunk(bytes(1, MEBIBYTE + 1))));
    Failures.assertReason(Reason.CHECKPOINT_NOT_FOUND, () -> parts(name));
  }

  /** A content that is dropped is counted as well, and this one need not be stored. */
  @Test
  void moreThan256MebibytesAreRefused() {
    assertThat(upload(name, bytes(1, 10), 10)).isTrue();
    UploadCheckpointRequest mebibyte = chunk(bytes(1, MEBIBYTE));
    List<UploadCheckpointRequest> messages = new ArrayList<>(List.of(name(name)));
    messages.addAll(IntStream.range(0, 256).mapToObj(_ -> mebibyte).toList());
    assertThat(send(messages.toArray(UploadCheckpointRequest[]::new))).isFalse();
    messages.add(chunk(bytes(1, 1)));
    Failures.assertField(
        "chunk",
        Reason.REQUEST_TOO_LARGE,
        () -> send(messages.toArray(UploadCheckpointRequest[]::new)));
  }

  private boolean upload(String checkpoint, ByteString content, int chunkBytes) {
    List<UploadCheckpointRequest> messages = new ArrayList<>(List.of(name(checkpoint)));
    for (int start = 0; start < content.size(); start += chunkBytes) {
      messages.add(chunk(content.substring(start, Math.min(content.size(), start + chunkBytes))));
    }
    return send(messages.toArray(UploadCheckpointRequest[]::new));
  }

  private boolean send(UploadCheckpointRequest... messages) {
    Upload<UploadCheckpointRequest, UploadCheckpointResponse> upload =
        new Upload<>(mesh.asynchronousWorkers()::uploadCheckpoint);
    upload.send(List.of(messages));
    return upload.end().getKept();
  }

  private List<ByteString> parts(String checkpoint) {
    List<ByteString> parts = new ArrayList<>();
    mesh.workers()
        .downloadCheckpoint(DownloadCheckpointRequest.newBuilder().setName(checkpoint).build())
        .forEachRemaining(response -> parts.add(response.getChunk()));
    return parts;
  }

  private int storedParts() {
    return pool.query("SELECT count(*)::int FROM valuation.checkpoint_part")
        .execute()
        .await()
        .indefinitely()
        .iterator()
        .next()
        .getInteger(0);
  }

  private static UploadCheckpointRequest name(String name) {
    return UploadCheckpointRequest.newBuilder().setName(name).build();
  }

  private static UploadCheckpointRequest chunk(ByteString bytes) {
    return UploadCheckpointRequest.newBuilder().setChunk(bytes).build();
  }

  private static ByteString bytes(int seed, int count) {
    byte[] bytes = new byte[count];
    new Random(seed).nextBytes(bytes);
    return ByteString.copyFrom(bytes);
  }
}
