package dev.clade.lineage.server.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.protobuf.ByteString;
import dev.clade.lineage.server.testing.LineageClient;
import dev.clade.lineage.server.testing.LineageServerTest;
import dev.clade.lineage.v1.ExportFormat;
import dev.clade.lineage.v1.ExportHeader;
import dev.clade.lineage.v1.ExportLineageRequest;
import dev.clade.lineage.v1.ExportLineageResponse;
import dev.clade.lineage.v1.ExportServiceGrpc;
import dev.clade.runtime.error.CladeException;
import java.util.Iterator;

/** A test that asks the server for documents. */
abstract class ExportServerTest extends LineageServerTest {
  /**
   * A document as it came.
   *
   * @param header what was told of it before
   * @param chunkCount in how many parts it came
   */
  record Document(ExportHeader header, ByteString content, int chunkCount) {
    String text() {
      return content.toStringUtf8();
    }
  }

  final Document document(ExportLineageRequest.Builder request) {
    Iterator<ExportLineageResponse> parts =
        ExportServiceGrpc.newBlockingStub(client.channel()).exportLineage(request.build());
    ExportHeader header = parts.next().getHeader();
    ByteString content = ByteString.EMPTY;
    int chunks = 0;
    while (parts.hasNext()) {
      ByteString chunk = parts.next().getChunk();
      assertThat(chunk.size()).isBetween(1, 64 * 1024);
      content = content.concat(chunk);
      chunks++;
    }
    assertThat(header.getSizeBytes()).isEqualTo(content.size());
    return new Document(header, content, chunks);
  }

  final CladeException refusal(ExportLineageRequest.Builder request) {
    return LineageClient.failure(catchThrowable(() -> document(request)));
  }

  static ExportLineageRequest.Builder request(String name, ExportFormat format) {
    return ExportLineageRequest.newBuilder().setName(name).setFormat(format);
  }
}
