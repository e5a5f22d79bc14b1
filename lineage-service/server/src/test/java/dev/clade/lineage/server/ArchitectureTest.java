package dev.clade.lineage.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.clade.lineage");

  @Test
  void onlyTheEdgeSpeaksGrpc() {
    noClasses()
        .that()
        .resideInAPackage("dev.clade.lineage.server..")
        .and()
        .resideOutsideOfPackage("..server.grpc..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.grpc..", "com.google.protobuf..", "dev.clade.*.v1..", "..server.grpc..")
        .check(MODULE);
  }

  @Test
  void onlyTheEdgeSpeaksHttp() {
    noClasses()
        .that()
        .resideInAPackage("dev.clade.lineage.server..")
        .and()
        .resideOutsideOfPackage("..server.http..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.vertx.core.http..", "io.vertx.ext..", "..server.http..")
        .check(MODULE);
  }

  @Test
  void theGraphKnowsNeitherTheFeedNorTheQuestions() {
    classes()
        .that()
        .resideInAPackage("..server.graph..")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages(
            "..server.feed..",
            "..server.lineage..",
            "..server.family..",
            "..server.page..",
            "..server.export..")
        .check(MODULE);
  }

  @Test
  void packagesHaveNoCircles() {
    SlicesRuleDefinition.slices()
        .matching("dev.clade.lineage.server.(*)..")
        .should()
        .beFreeOfCycles()
        .check(MODULE);
  }

  /** Statistics, communities and texts have libraries of their own, which compute and no more. */
  @Test
  void pureModulesKnowNoFramework() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.clade.lineage.graph..", "dev.clade.lineage.ecosystem..")
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAnyPackage(
                    "io..", "jakarta..", "org..", "com.google..", "java.nio.file..", "java.net..")
                .and(
                    JavaClass.Predicates.resideOutsideOfPackages(
                        "org.hipparchus..",
                        "org.apache.commons.text..",
                        "org.apache.lucene.analysis..",
                        "org.commonmark..",
                        "org.tribuo..")))
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.(File|RandomAccessFile|Console).*")
        .check(MODULE);
  }

  /** Records are written to streams; tables and styles read from them, wherever those lead. */
  @Test
  void pureModulesUseStreamsForFilesAndTablesOnly() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.clade.lineage.graph..", "dev.clade.lineage.ecosystem..")
        .and()
        .resideOutsideOfPackages(
            "dev.clade.lineage.graph.file..",
            "dev.clade.lineage.graph.record..",
            "dev.clade.lineage.graph.license..",
            "dev.clade.lineage.ecosystem.activity..",
            "dev.clade.lineage.ecosystem.maintenance.pattern..",
            "dev.clade.lineage.ecosystem.network.commit..",
            "dev.clade.lineage.ecosystem.reference..",
            "dev.clade.lineage.ecosystem.topic..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.io..")
        .check(MODULE);
  }
}
