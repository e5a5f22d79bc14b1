package dev.clade.local.bench.load;

import dev.clade.hub.v1.Artifact;
import dev.clade.ingest.v1.ListArtifactsRequest;
import dev.clade.local.client.FileImport;
import dev.clade.local.client.MeshClient;
import dev.clade.local.sample.SampleHub;
import java.io.IOException;
import java.util.List;

/**
 * The sample in a mesh's catalogue.
 *
 * @param names resource names of all artifacts
 * @param lastSequence the last change of the feed
 */
public record SampleCatalogue(List<String> names, long lastSequence) {
  private static final ListArtifactsRequest ALL =
      ListArtifactsRequest.newBuilder().setPageSize(1_000).build();

  /** Keeps an unchangeable copy. */
  public SampleCatalogue {
    names = List.copyOf(names);
  }

  /** Imports the sample into a catalogue that has nothing else. */
  public static SampleCatalogue importInto(MeshClient client) throws IOException {
    long sequence =
        FileImport.result(
                new FileImport(client).run(SampleHub.FILE_NAME, SampleHub.open(), _ -> {}))
            .getLastSequence();
    return new SampleCatalogue(
        client.catalogue().listArtifacts(ALL).getArtifactsList().stream()
            .map(Artifact::getName)
            .toList(),
        sequence);
  }

  /** Returns the resource name of a number, from 0; near numbers have different ones. */
  public String name(long number) {
    return names.get((int) (number % names.size()));
  }
}
