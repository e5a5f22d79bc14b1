package dev.clade.lineage.ecosystem.hub;

import dev.clade.lineage.ecosystem.catalogue.CardText;
import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.catalogue.DatedCounts;
import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.ecosystem.testing.RepositoryBuilder;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.attribute.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The models and datasets of July 2024 with their counts and tags, which is all that the tables
 * have, and the commits of 359 models of November 2024.
 */
final class HubCatalogue implements Catalogue {
  private static HubCatalogue loaded;

  private final Map<ArtifactKind, List<String>> lines = new EnumMap<>(ArtifactKind.class);

  private HubCatalogue() {
    lines.put(ArtifactKind.MODEL, lines(Hub.FOLDER + "models.tsv.gz"));
    lines.put(ArtifactKind.DATASET, lines("hub_datasets_2024_07/datasets.tsv.gz"));
  }

  static synchronized HubCatalogue load() {
    if (loaded == null) {
      loaded = new HubCatalogue();
    }
    return loaded;
  }

  @Override
  public void readRepositories(ArtifactKind kind, Consumer<Repository> reader) {
    for (String line : lines.getOrDefault(kind, List.of())) {
      String[] columns = line.split("\t", -1);
      reader.accept(kind == ArtifactKind.MODEL ? model(columns) : dataset(columns));
    }
  }

  @Override
  public void readCommits(ArtifactKind kind, Consumer<History> reader) {
    if (kind == ArtifactKind.MODEL) {
      HubCommits.histories().forEach(reader);
    }
  }

  @Override
  public void readCounts(ArtifactKind kind, Consumer<DatedCounts> reader) {
    // The tables have those of one day only.
  }

  @Override
  public void readCards(ArtifactKind kind, Consumer<CardText> reader) {
    // The tables have none.
  }

  private static Repository model(String[] columns) {
    Profile profile = Hub.profile(columns);
    return new RepositoryBuilder(columns[0])
        .created(Instant.parse(columns[1]))
        .counts(Long.parseLong(columns[2]), Long.parseLong(columns[3]))
        .uses(profile.task(), profile.library())
        .licenses(profile.licenses())
        .languages(profile.languages())
        .tags(tags(columns[6]))
        .build();
  }

  private static Repository dataset(String[] columns) {
    return new RepositoryBuilder(columns[0])
        .created(Instant.parse(columns[2]))
        .counts(Long.parseLong(columns[4]), Long.parseLong(columns[5]))
        .licenses(Hub.tagged(columns[9], "license:"))
        .tags(tags(columns[9]))
        .build();
  }

  private static String[] tags(String column) {
    return column.isEmpty() ? new String[0] : column.split("\\|");
  }

  /** In the order of names by their bytes, which are all ASCII. */
  private static List<String> lines(String relative) {
    List<String> lines = new ArrayList<>();
    Hub.readLines(relative, all -> all.skip(1).forEach(lines::add));
    lines.sort(Comparator.comparing(line -> line.substring(0, line.indexOf('\t'))));
    return lines;
  }
}
