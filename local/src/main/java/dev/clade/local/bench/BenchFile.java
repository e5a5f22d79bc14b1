package dev.clade.local.bench;

import com.google.longrunning.Operation;
import dev.clade.local.client.FileImport;
import dev.clade.local.client.MeshClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file, uploaded before it is measured. */
final class BenchFile implements BenchSource {
  private final String name;
  private final Path file;
  private String upload;

  BenchFile(String name, Path file) {
    this.name = name;
    this.file = file;
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
    return new FileImport(client).start(upload);
  }
}
