package dev.clade.lineage.ecosystem.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.ecosystem.adoption.AdoptedModel;
import dev.clade.lineage.ecosystem.adoption.AdoptionStudy;
import dev.clade.lineage.ecosystem.adoption.ModelUses;
import dev.clade.lineage.ecosystem.adoption.Owner;
import java.util.Collection;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The spaces that use models of 14 families of April 2025, held against what {@code hub_network.py}
 * counts. The study says that few companies' models dominate; so they do here, but the families
 * were chosen by their companies, so that shows nothing.
 */
class HubAdoptionTest {
  @Test
  void adoptionOfModelFamilies() {
    TreeMap<String, Collection<String>> spaces = new TreeMap<>();
    Hub.readTable(
        "model_families_2025_04/spaces.tsv.gz",
        columns -> spaces.computeIfAbsent(columns[1], any -> new TreeSet<>()).add(columns[0]));
    ModelUses.Builder builder = new ModelUses.Builder();
    spaces.values().forEach(builder::addSpace);
    ModelUses uses = builder.build();
    AdoptionStudy study = AdoptionStudy.of(uses, any -> true, 20);
    assertThat(uses.spaces().membershipCount()).isEqualTo(184);
    assertThat(uses.spaces().groupCount()).isEqualTo(156);
    assertThat(study.adoption().count()).isEqualTo(35);
    assertThat(study.adoption().max()).isEqualTo(16);
    assertThat(study.mostUsed().stream().limit(3).map(AdoptedModel::name))
        .containsExactly("bigscience/bloom", "WarriorMama777/OrangeMixs", "hexgrad/Kokoro-82M");
    assertThat(study.owners().stream().limit(3).map(Owner::name))
        .containsExactly("google", "stabilityai", "bigscience");
    assertThat(study.owners().getFirst().uses()).isEqualTo(30);
    assertThat(study.coUsage().graph().edgeCount()).isEqualTo(20);
    assertThat(study.coUsage().heaviest(1).getFirst().weight()).isEqualTo(7);
  }
}
