package dev.clade.lineage.ecosystem.maintenance;

import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.ecosystem.history.Commit;
import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.graph.ArtifactKind;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import it.unimi.dsi.fastutil.objects.ObjectOpenHashSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The models whose commits are known, with what is known of them beside. Equal messages, authors
 * and paths are kept once, as a hub has few of each.
 */
final class StudiedModels {
  private final List<History> histories = new ArrayList<>();
  private final Object2IntOpenHashMap<String> places = new Object2IntOpenHashMap<>();
  private final Map<ModelMeasure, double[]> measures = new EnumMap<>(ModelMeasure.class);
  private Optional<Instant> observed = Optional.empty();
  private long catalogued;
  private long listed;

  private StudiedModels() {}

  /** Reads a catalogue. */
  static StudiedModels read(Catalogue catalogue) {
    StudiedModels models = new StudiedModels();
    Once once = new Once();
    catalogue.readCommits(ArtifactKind.MODEL, history -> models.add(history, once));
    for (ModelMeasure each : ModelMeasure.values()) {
      double[] unknown = new double[models.histories.size()];
      Arrays.fill(unknown, Double.NaN);
      models.measures.put(each, unknown);
    }
    catalogue.readRepositories(ArtifactKind.MODEL, models::add);
    return models;
  }

  /** Returns the commits of each model, in the order of the catalogue. */
  List<History> histories() {
    return histories;
  }

  /** Returns a measure of each model; NaN where it is not known. */
  double[] measure(ModelMeasure of) {
    return measures.get(of);
  }

  /** Returns the latest time that the catalogue has of a commit or a creation; of none, nothing. */
  Optional<Instant> observed() {
    return observed;
  }

  /** Returns how many models the catalogue lists. */
  long catalogued() {
    return catalogued;
  }

  /** Returns how many models with commits it does not list. */
  long unlisted() {
    return histories.size() - listed;
  }

  private void add(History history, Once once) {
    places.put(history.model(), histories.size());
    histories.add(
        new History(history.model(), history.commits().stream().map(once::commit).toList()));
    see(history.lastCommit());
  }

  private void add(Repository model) {
    catalogued++;
    model.createTime().ifPresent(this::see);
    if (places.containsKey(model.id())) {
      listed++;
      measures.forEach((each, values) -> values[places.getInt(model.id())] = each.of(model));
    }
  }

  private void see(Instant time) {
    observed = observed.filter(time::isBefore).or(() -> Optional.of(time));
  }

  /** Keeps equal things once. */
  private static final class Once {
    private final ObjectOpenHashSet<String> messages = new ObjectOpenHashSet<>();
    private final ObjectOpenHashSet<List<String>> lists = new ObjectOpenHashSet<>();

    Commit commit(Commit commit) {
      return new Commit(
          commit.time(),
          lists.addOrGet(commit.authors()),
          messages.addOrGet(commit.message()),
          commit.paths().map(lists::addOrGet),
          commit.lines());
    }
  }
}
