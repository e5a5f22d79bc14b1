package dev.clade.local.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Fills a hub from recorded data of the real one: models and datasets of July 2024, spaces of April
 * 2025, commits, pull requests and cards. At most 508,327 models, 175,000 datasets and 157 spaces
 * are real.
 *
 * <p>Made up, and always the same, is what was not recorded: the {@code _id} (from kind, name and
 * creation), the hash of the latest commit, a model's last change (up to 90 days after its
 * creation), the trending score (from the likes), files other than {@code .gitattributes} and the
 * card, and the older commits of repositories of which none were recorded. Where more repositories
 * are asked for than there are, the rest are stand-ins: models and datasets are renumbered copies
 * of real ones, spaces bear the name of a model and use it.
 */
public final class RealHub {
  private RealHub() {}

  /**
   * Loads a hub with exactly so many repositories of each kind.
   *
   * @param data folder of the recorded data
   * @throws IOException when a file is missing or cannot be read
   */
  public static SimulatedHub load(Path data, int models, int datasets, int spaces)
      throws IOException {
    SimulatedHub hub = new SimulatedHub();
    int realModels = new RecordedModels(hub, data).add(models);
    int realDatasets = new RecordedDatasets(hub, data).add(datasets);
    new RecordedActivity(hub, data).add();
    int realSpaces = new RecordedSpaces(hub, data).add(spaces);
    addSpaces(hub, spaces - realSpaces);
    addCopies(hub, RepositoryKind.MODEL, models - realModels);
    addCopies(hub, RepositoryKind.DATASET, datasets - realDatasets);
    return hub;
  }

  private static List<Repository> byName(SimulatedHub hub, RepositoryKind kind) {
    return hub.listed(kind).stream().sorted(Comparator.comparing(Repository::id)).toList();
  }

  private static void addSpaces(SimulatedHub hub, int count) {
    List<Repository> models = count > 0 ? byName(hub, RepositoryKind.MODEL) : List.of();
    for (int i = 0; i < count; i++) {
      String model = models.get(i % models.size()).id();
      hub.add(RecordedSpaces.space(copyName(model, i / models.size()), Set.of(model)));
    }
  }

  private static void addCopies(SimulatedHub hub, RepositoryKind kind, int count) {
    List<Repository> originals = count > 0 ? byName(hub, kind) : List.of();
    for (int i = 0; i < count; i++) {
      Repository original = originals.get(i % originals.size());
      String name = copyName(original.id(), i / originals.size());
      hub.add(original.toBuilder().id(name).objectId(null).sha(null).build());
    }
  }

  private static String copyName(String name, int round) {
    return "%s-copy-%d".formatted(name, round + 1);
  }
}
