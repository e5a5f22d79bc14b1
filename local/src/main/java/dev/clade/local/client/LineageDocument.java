package dev.clade.local.client;

import com.google.protobuf.ByteString;
import dev.clade.lineage.v1.ExportHeader;
import dev.clade.lineage.v1.ExportLineageRequest;
import dev.clade.lineage.v1.ExportLineageResponse;
import dev.clade.local.mesh.Service;
import java.util.Iterator;

/**
 * A document of a part of the graph.
 *
 * @param header what it is
 * @param content its bytes
 */
public record LineageDocument(ExportHeader header, ByteString content) {
  /**
   * Returns the document that a request asks for, when all of it has come.
   *
   * @throws CallFailure when the service fails meanwhile
   */
  public static LineageDocument export(MeshClient client, ExportLineageRequest request) {
    return client.call(
        Service.LINEAGE,
        () -> {
          Iterator<ExportLineageResponse> parts = client.exports().exportLineage(request);
          ExportHeader header = parts.next().getHeader();
          ByteString content = ByteString.EMPTY;
          while (parts.hasNext()) {
            content = content.concat(parts.next().getChunk());
          }
          return new LineageDocument(header, content);
        });
  }
}
