package dev.clade.local.system;

import com.google.longrunning.GetOperationRequest;
import com.google.longrunning.Operation;
import dev.clade.hub.v1.Artifact;
import dev.clade.ingest.v1.GetArtifactRequest;
import dev.clade.ingest.v1.StartImportRequest;
import dev.clade.local.client.FileImport;
import dev.clade.local.client.MeshClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Imports one small family of models after the other, reads them back, and keeps what was
 * acknowledged, so that it can be held against what is there in the end.
 */
final class ImportHistory {
  /** Models made from the first one of a family. */
  static final int CHILDREN = 5;

  private final MeshClient client;
  private final Outages outages;
  private final Random random = new Random(1);
  private final String author = "history-" + UUID.randomUUID();

  /** Operations that the service acknowledged, by the request id that each was asked for with. */
  private final Map<String, String> operations = new ConcurrentHashMap<>();

  private final List<String> roots = new CopyOnWriteArrayList<>();

  ImportHistory(MeshClient client, Outages outages) {
    this.client = client;
    this.outages = outages;
  }

  /** Imports the next family, through every outage, and returns the finished operation. */
  Operation importNext() throws InterruptedException {
    String root = "%s/root-%d".formatted(author, roots.size());
    String upload = outages.outlast(() -> upload(table(root)));
    StartImportRequest request =
        StartImportRequest.newBuilder()
            .setUpload(upload)
            .setRequestId(UUID.randomUUID().toString())
            .build();
    String name =
        outages.outlast(() -> client.imports().startImport(request).getOperation().getName());
    operations.put(request.getRequestId(), name);
    Operation operation = outages.outlast(() -> look(name));
    while (!operation.getDone()) {
      Thread.sleep(20);
      operation = outages.outlast(() -> look(name));
    }
    roots.add("models/" + root);
    return operation;
  }

  /** Returns an acknowledged model as the catalogue has it; fails when it does not. */
  Artifact readAny() throws InterruptedException {
    String root = roots.get(random.nextInt(roots.size()));
    String name = root + "-" + random.nextInt(CHILDREN);
    return outages.outlast(
        () ->
            client
                .catalogue()
                .getArtifact(GetArtifactRequest.newBuilder().setName(name).build())
                .getArtifact());
  }

  /** Returns the operations by their request ids. */
  Map<String, String> operations() {
    return operations;
  }

  /** Returns the names that the families begin with, in the order of their imports. */
  List<String> roots() {
    return roots;
  }

  Operation look(String name) {
    return client.operations().getOperation(GetOperationRequest.newBuilder().setName(name).build());
  }

  private String upload(byte[] table) {
    try {
      return new FileImport(client)
          .upload("family.tsv", new ByteArrayInputStream(table))
          .getUpload();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] table(String root) {
    StringBuilder table =
        new StringBuilder("id\tcreated_at\tdownloads\tlikes\tpipeline_tag\tlibrary_name\ttags\n");
    table.append(root).append("\t\t1\t1\t\t\t\n");
    for (int child = 0; child < CHILDREN; child++) {
      table.append("%s-%d\t\t1\t1\t\t\tbase_model:finetune:%s\n".formatted(root, child, root));
    }
    return table.toString().getBytes(StandardCharsets.UTF_8);
  }
}
