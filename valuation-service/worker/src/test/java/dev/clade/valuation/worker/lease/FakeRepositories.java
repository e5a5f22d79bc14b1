package dev.clade.valuation.worker.lease;

import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.repository.file.RecordWriter;
import dev.clade.embedding.version.EmbeddingFormat;
import dev.clade.embedding.version.EmbeddingVersion;
import dev.clade.valuation.worker.embedding.Contributor;
import dev.clade.valuation.worker.embedding.DrawnRepositories;
import dev.clade.valuation.worker.embedding.RepositorySet;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A drawn hub under every name, and the versions that were handed over. */
final class FakeRepositories implements RepositorySource {
  private final List<Path> fetched = new ArrayList<>();
  private final List<EmbeddingVersion> versions = new ArrayList<>();

  /** Returns the files that sets were written to. */
  List<Path> fetched() {
    return fetched;
  }

  /** Returns the versions that were handed over. */
  List<EmbeddingVersion> versions() {
    return versions;
  }

  @Override
  public List<Contributor> contributors(String contributorSet) {
    return DrawnRepositories.OWNERS.stream()
        .map(owner -> new Contributor(owner, List.of("owners/" + owner)))
        .toList();
  }

  @Override
  public void fetch(String featureSet, String valuation, Path file) {
    RepositorySet set = DrawnRepositories.set(300);
    try (OutputStream out = Files.newOutputStream(file)) {
      RecordWriter writer = new RecordWriter(out, set.snapshot());
      for (RepositoryRecord record : set.records()) {
        writer.write(record);
      }
      writer.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    fetched.add(file);
  }

  @Override
  public String publish(String lease, Map<String, Double> metrics, Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      versions.add(EmbeddingFormat.read(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "embeddings/" + versions.size();
  }
}
