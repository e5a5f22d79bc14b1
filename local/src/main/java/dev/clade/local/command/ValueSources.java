package dev.clade.local.command;

import dev.clade.local.client.ContributorSets;
import dev.clade.local.client.LargestOwners;
import dev.clade.local.client.MeshClient;
import dev.clade.local.client.ValuationRuns;
import dev.clade.local.contributor.ContributorTable;
import dev.clade.local.images.CsvImages;
import dev.clade.local.images.DrawnImages;
import dev.clade.local.images.FolderImages;
import dev.clade.local.view.ProposalView;
import dev.clade.valuation.v1.ContributorSet;
import dev.clade.valuation.v1.ImageSet;
import dev.clade.valuation.v1.ProposeContributorsResponse;
import dev.clade.valuation.v1.Valuation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whom a run values: contributors of images, or contributors whose data only workers know. */
final class ValueSources {
  private static final int MOST_CONTRIBUTORS = 64;

  /** Where they come from. */
  static final class Source {
    @Option(
        names = "--images",
        paramLabel = "FILE",
        description =
            "Table of square grey images, one a line: pixels row after row, then the label, with"
                + " commas between them and no header; plain or gzipped.")
    private Path images;

    @Option(
        names = "--generated",
        description = "Draw a set: four who draw well, a noisy one, and a copy of another.")
    private boolean generated;

    @Option(
        names = "--folder",
        paramLabel = "FOLDER",
        description =
            "A folder of PNG, JPEG or GIF images for each contributor, made grey; --reference has"
                + " those that belong to nobody.")
    private Path folder;

    @Option(
        names = "--contributors-file",
        paramLabel = "FILE",
        description =
            "Table (CSV, or TSV by its name) with a header: id, and if you like display_name,"
                + " item_count, sources, content_hash, licenses; | between elements. Takes"
                + " --trainer.")
    private Path contributorsFile;

    @Option(
        names = "--from-model",
        paramLabel = "MODEL",
        description = "Those that value propose finds behind a model. Takes --trainer.")
    private String model;

    @Option(
        names = "--owners",
        paramLabel = "N",
        description =
            "The N owners of most artifacts of the catalogue, each with all of theirs. Takes"
                + " --trainer contrastive.")
    private Integer owners;
  }

  @ArgGroup(multiplicity = "1")
  private Source source;

  @Mixin private ProposalOptions proposal;

  @Option(
      names = "--split",
      defaultValue = "label",
      description =
          "Who contributed an image of the table: ${COMPLETION-CANDIDATES}. Default:"
              + " ${DEFAULT-VALUE}.")
  private CsvImages.Split split;

  @Option(
      names = "--contributors",
      defaultValue = "6",
      description = "Contributors to deal images out to. Default: ${DEFAULT-VALUE}.")
  private int contributors;

  @Option(
      names = "--reference-every",
      defaultValue = "3",
      description =
          "Every how many images one is kept for the reference. Default: ${DEFAULT-VALUE}.")
  private int referenceEvery;

  @Option(
      names = "--reference",
      paramLabel = "FOLDER",
      description = "A folder of images for each label, for --folder.")
  private Path reference;

  @Option(
      names = "--size",
      defaultValue = "8",
      description =
          "Pixels that images of folders are scaled to, each way, 4 to 64. Default:"
              + " ${DEFAULT-VALUE}.")
  private int size;

  /**
   * Stores whom to value and names them in a run.
   *
   * @param seed root of all randomness of what is drawn
   * @param words takes what is to be said of a proposal
   * @throws IOException when a file cannot be read or breaks a rule
   */
  void store(MeshClient client, long seed, PrintWriter words, Valuation.Builder run)
      throws IOException {
    if (source.owners != null) {
      if (source.owners < 1 || source.owners > MOST_CONTRIBUTORS) {
        throw new IllegalArgumentException(
            "--owners must be from 1 to %d".formatted(MOST_CONTRIBUTORS));
      }
      ContributorSet owners = new LargestOwners(client).contributors(source.owners);
      run.setContributorSet(new ContributorSets(client).store(owners).getName());
    } else if (source.contributorsFile != null || source.model != null) {
      ContributorSets sets = new ContributorSets(client);
      run.setContributorSet(sets.store(contributorSet(sets, words)).getName());
    } else {
      run.setImageSet(new ValuationRuns(client).store(images(seed)).getName());
    }
  }

  private ContributorSet contributorSet(ContributorSets sets, PrintWriter words)
      throws IOException {
    if (source.contributorsFile != null) {
      return ContributorTable.read(source.contributorsFile);
    }
    ProposeContributorsResponse found = sets.propose(proposal.request(source.model));
    words.println(ProposalView.render(found));
    words.flush();
    int count = found.getTotalContributorCount();
    if (count == 0 || count > found.getContributorsCount()) {
      throw new IllegalArgumentException(
          "%s has %,d contributors; a run takes 1 to 64, so write a table of your own or try --by"
              .formatted(source.model, count));
    }
    return ContributorSets.setOf(found);
  }

  private ImageSet images(long seed) throws IOException {
    if (source.generated) {
      return DrawnImages.draw(seed);
    }
    if (source.folder != null) {
      if (reference == null) {
        throw new IllegalArgumentException("--folder needs --reference");
      }
      return FolderImages.read(source.folder, reference, size);
    }
    if (contributors < 1 || referenceEvery < 2) {
      throw new IllegalArgumentException(
          "--contributors must be at least 1, and --reference-every at least 2");
    }
    return CsvImages.read(source.images, split, contributors, referenceEvery);
  }
}
