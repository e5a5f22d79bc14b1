package dev.clade.lineage.ecosystem.activity;

import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.graph.ArtifactKind;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.objects.ObjectOpenHashSet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The repositories of one kind that the hub still has, read from a catalogue. Takes some 60 bytes a
 * repository; owners and lists of licenses that are equal are kept once, and of tags the sub-fields
 * alone.
 */
public final class RepositoryReader {
  private final Map<Measure, LongArrayList> measures = new EnumMap<>(Measure.class);
  private final List<String> owners = new ArrayList<>();
  private final List<Set<SubField>> subFields = new ArrayList<>();
  private final List<List<String>> licenses = new ArrayList<>();
  private final ObjectOpenHashSet<String> distinctOwners = new ObjectOpenHashSet<>();
  private final ObjectOpenHashSet<List<String>> distinctLicenses = new ObjectOpenHashSet<>();
  private final boolean downloaded;
  private long gone;

  private RepositoryReader(ArtifactKind kind) {
    downloaded = kind != ArtifactKind.SPACE;
    for (Measure measure : Measure.values()) {
      measures.put(measure, new LongArrayList());
    }
  }

  /** Reads all repositories of a kind. */
  public static RepositoryReader read(Catalogue catalogue, ArtifactKind kind) {
    RepositoryReader reader = new RepositoryReader(kind);
    catalogue.readRepositories(kind, reader::add);
    return reader;
  }

  /** Returns the columns; those in which every value is missing are left out. */
  public RepositoryTable table() {
    Map<Measure, long[]> columns = new EnumMap<>(Measure.class);
    measures.forEach(
        (measure, values) -> {
          if (values.longStream().anyMatch(value -> value != RepositoryTable.MISSING)) {
            columns.put(measure, values.toLongArray());
          }
        });
    return new RepositoryTable(
        owners.size(), columns, Optional.of(owners), Optional.of(subFields), Optional.of(licenses));
  }

  /** Returns how many were left out because the hub has them no more. */
  public long gone() {
    return gone;
  }

  private void add(Repository repository) {
    if (!repository.isThere()) {
      gone++;
      return;
    }
    for (Measure measure : Measure.values()) {
      measures.get(measure).add(value(repository, measure).orElse(RepositoryTable.MISSING));
    }
    owners.add(distinctOwners.addOrGet(repository.owner()));
    subFields.add(SubField.of(repository.tags()));
    licenses.add(distinctLicenses.addOrGet(repository.licenses()));
  }

  private OptionalLong value(Repository repository, Measure measure) {
    return switch (measure) {
      case LIKES -> OptionalLong.of(repository.likes());
      case DOWNLOADS -> downloaded ? OptionalLong.of(repository.downloads()) : OptionalLong.empty();
      case DISCUSSIONS -> repository.discussions();
      case COMMITS -> repository.commits();
      case CONTRIBUTORS -> repository.contributors();
    };
  }
}
