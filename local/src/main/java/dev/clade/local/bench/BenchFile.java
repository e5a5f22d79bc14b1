package dev.clade.local.bench;

import com.google.longrunning.Operation;
import dev.clade.hub.v1.ArtifactKind;
import dev.clade.ingest.v1.StartImportRequest;
import dev.clade.local.client.FileImport;
import dev.clade.local.client.ImportRuns;
import dev.clade.local.client.MeshClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file, uploaded before it is measured. */
final class BenchFile implements BenchSource {
  private final String name;
  private final Path file;
  private final ArtifactKind kind;
  private String upload;

  /**
   * Takes a file.
   *
   * @param kind what its records are imported as
   */
  BenchFile(String name, Path file, ArtifactKind kind) {
    this.name = name;
    this.file = file;
    this.kind = kind;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void prepare(MeshClient client) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      upload = new FileImport(client).upload(file.getFileName().toString(), content).getUpload();
    }
  }

  @Override
  public Operation start(MeshClient client) {
    return new ImportRuns(client)
        .start(StartImportRequest.newBuilder().setUpload(upload).setKind(kind));
  }
}
