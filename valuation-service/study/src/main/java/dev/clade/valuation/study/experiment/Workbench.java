package dev.clade.valuation.study.experiment;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.study.data.DigitFile;
import dev.clade.valuation.study.data.IdxFile;
import dev.clade.valuation.study.data.LabelledImages;
import dev.clade.valuation.study.oracle.CoalitionOracle;
import dev.clade.valuation.study.oracle.Laboratory;
import dev.clade.valuation.study.oracle.Ledger;
import dev.clade.valuation.study.oracle.Recipe;
import dev.clade.valuation.study.oracle.Tier;
import dev.clade.valuation.study.split.Split;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Where experiments find images, keep what was computed, and show how far they are. */
public final class Workbench {
  private final Path images;
  private final Path folder;
  private final int threads;
  private final ComputeDevice device;
  private final Map<String, Laboratory> laboratories = new HashMap<>();

  /**
   * Sets up a bench.
   *
   * @param images folder of the image files
   * @param folder where ledgers are kept
   * @param threads how many evaluations run at once
   * @param device what computes
   */
  public Workbench(Path images, Path folder, int threads, ComputeDevice device) {
    this.images = images;
    this.folder = folder;
    this.threads = threads;
    this.device = device;
  }

  /** Reads the handwritten digits. */
  public LabelledImages digits() throws IOException {
    return DigitFile.read(images.resolve("digits.csv.gz"));
  }

  /** Reads the pictures of clothes, halved to 14x14 pixels. */
  public LabelledImages clothes() throws IOException {
    return IdxFile.read(
            images.resolve("t10k-images-idx3-ubyte.gz"),
            images.resolve("t10k-labels-idx1-ubyte.gz"))
        .halved();
  }

  /** Returns the laboratory of a split and a recipe, with all that it ever found out. */
  public Laboratory laboratory(Split split, Recipe recipe) throws IOException {
    Laboratory known = laboratories.get(split.name());
    if (known == null) {
      known =
          new Laboratory(
              new CoalitionOracle(split, recipe, device),
              Ledger.open(
                  folder.resolve(split.name() + ".ledger"),
                  split.playerCount(),
                  Subject.of(split, recipe)),
              threads);
      laboratories.put(split.name(), known);
    }
    return known;
  }

  /** Computes what is not known yet and shows how far it is; see {@link Laboratory#evaluate}. */
  public void evaluate(
      Laboratory laboratory,
      Tier tier,
      Collection<Coalition> coalitions,
      int firstReplicate,
      int endReplicate)
      throws IOException {
    String task = laboratory.oracle().split().name() + " " + tier;
    try (EvaluationProgress progress = new EvaluationProgress(task)) {
      laboratory.evaluate(tier, coalitions, firstReplicate, endReplicate, progress);
    }
  }
}
