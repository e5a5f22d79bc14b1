package dev.clade.local.command;

import dev.clade.local.client.EmbeddingVersions;
import dev.clade.local.client.MeshClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the model card of the shared embedding. */
@Command(
    name = "embedding",
    description = {
      "Write the model card of the shared embedding: train it, and what it has to beat, on a"
          + " feature set, measure all on what came later, and say which gates it passes.",
      "Exits with 0 when the card is written, whatever the gates say."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ReportEmbeddingCommand extends MeshCommand {
  private static final String PROGRAM = "dev.clade.valuation.study.embedding.EmbeddingMain";

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Source source;

  @Option(
      names = "--seeds",
      defaultValue = "1",
      paramLabel = "N",
      description =
          "Networks of the embedding, whose mean is told; what it has to beat has one. Default:"
              + " ${DEFAULT-VALUE}.")
  private int seeds;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description =
          "Draw so many repositories, with all their ancestors among them; 6,000 take about ten"
              + " minutes of a processor for two seeds. Default: all.")
  private Integer rows;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Most epochs of a training. Default: as many as are recommended.")
  private Integer epochs;

  @Option(
      names = "--splits",
      description = "Also train and measure when whole families, and whole owners, are held out.")
  private boolean splits;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description =
          "Where the card goes as HTML, Markdown, CSV and JSON, and trained networks in its folder"
              + " card; what is there is not trained again. Default: the folder embedding of the"
              + " state folder.")
  private Path out;

  @Option(
      names = "--device",
      defaultValue = "cpu",
      paramLabel = "cpu|cuda|auto",
      description = "What trains; ${DEFAULT-VALUE} by default.")
  private String device;

  /** What the embedding is learned from. */
  static final class Source {
    @Option(
        names = "--feature-set",
        required = true,
        paramLabel = "NAME",
        description = "A feature set of the mesh, such as featureSets/{id}, or the id alone.")
    private String featureSet;

    @Option(
        names = "--records",
        required = true,
        paramLabel = "FILE",
        description = "A file of records; no service needs to run.")
    private Path records;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    require("--seeds", seeds, 1, 100);
    require("--rows", rows, 100, Integer.MAX_VALUE);
    require("--epochs", epochs, 1, 10_000);
    if (source.records != null && !Files.isRegularFile(source.records)) {
      throw misuse("--records: there is no file " + source.records);
    }
    Path folder = out == null ? globals().stateFolder().root().resolve("embedding") : out;
    Files.createDirectories(folder);
    List<String> arguments = new ArrayList<>();
    if (source.records == null) {
      String name = EmbeddingVersions.featureSet(source.featureSet);
      arguments.addAll(List.of("--name", name, "--records", fetch(name, folder).toString()));
    } else {
      arguments.addAll(List.of("--name", source.records.getFileName().toString()));
      arguments.addAll(List.of("--records", source.records.toString()));
    }
    arguments.addAll(List.of("--output", folder.toString(), "--seeds", Integer.toString(seeds)));
    arguments.addAll(List.of("--device", device));
    if (rows != null) {
      arguments.addAll(List.of("--rows", rows.toString()));
    }
    if (epochs != null) {
      arguments.addAll(List.of("--epochs", epochs.toString()));
    }
    if (splits) {
      arguments.add("--splits");
    }
    json().ifPresent(file -> arguments.add("--json=" + file));
    return StudyProcess.run("4g", PROGRAM, arguments);
  }

  /** A set never changes, so one that is there need not come again. */
  private Path fetch(String name, Path folder) throws IOException {
    Path file = folder.resolve(name.replace('/', '-') + ".records");
    if (!Files.exists(file)) {
      remark("Fetching " + name + ".");
      try (MeshClient client = connect()) {
        new EmbeddingVersions(client).fetch(name, file);
      }
    }
    return file;
  }

  private void require(String option, Integer value, int least, int most) {
    if (value != null && (value < least || value > most)) {
      throw misuse("%s must be from %,d to %,d; it is %,d".formatted(option, least, most, value));
    }
  }
}
