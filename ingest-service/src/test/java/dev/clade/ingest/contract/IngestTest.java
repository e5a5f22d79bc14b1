package dev.clade.ingest.contract;

import com.google.longrunning.Operation;
import com.google.protobuf.util.Timestamps;
import dev.clade.ingest.v1.StartImportRequest;
import dev.clade.runtime.testing.PostgresTestResource;
import dev.clade.runtime.testing.RedisTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What contract tests share: a running service with real servers behind it, and a client of it. */
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(RedisTestResource.class)
abstract class IngestTest {
  /** Header of a table of models. */
  static final String HEADER =
      "id\tcreated_at\tdownloads\tlikes\tpipeline_tag\tlibrary_name\ttags\n";

  @TestHTTPResource URL address;
  IngestClient client;

  @BeforeEach
  void connect() {
    client = new IngestClient(address.getPort());
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  /** Returns a row of a table of models. */
  static String row(String id, long downloads, String tags) {
    return "%s\t2024-01-02T03:04:05.000Z\t%d\t1\ttext-generation\ttransformers\t%s\n"
        .formatted(id, downloads, tags);
  }

  /** Imports rows of a table of models that the hub looked like at some time. */
  void importAt(String snapshot, String rows) throws ParseException {
    importAt(snapshot, "models.tsv", (HEADER + rows).getBytes(StandardCharsets.UTF_8));
  }

  /** Imports a file that tells what the hub looked like at some time, and waits for the end. */
  Operation importAt(String snapshot, String fileName, byte[] content) throws ParseException {
    return client.await(
        client
            .imports()
            .startImport(
                StartImportRequest.newBuilder()
                    .setUpload(client.upload(fileName, content).getUpload())
                    .setSnapshotTime(Timestamps.parse(snapshot))
                    .setRequestId(UUID.randomUUID().toString())
                    .build())
            .getOperation());
  }
}
