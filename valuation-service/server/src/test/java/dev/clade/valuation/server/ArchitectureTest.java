package dev.clade.valuation.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/** The arrows between the packages of this server. */
class ArchitectureTest {
  private static final String ROOT = "dev.clade.valuation.server";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void nothingPointsBack() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("grpc")
        .definedBy(ROOT + ".grpc")
        .layer("services")
        .definedBy(
            ROOT + ".imageset",
            ROOT + ".contributor",
            ROOT + ".checkpoint",
            ROOT + ".credential",
            ROOT + ".embedding",
            ROOT + ".run",
            ROOT + ".forecast",
            ROOT + ".lease",
            ROOT + ".launcher..",
            ROOT + ".payout")
        .layer("store")
        .definedBy(ROOT + ".store")
        .layer("domain")
        .definedBy(ROOT + ".domain")
        .whereLayer("grpc")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("services")
        .mayOnlyBeAccessedByLayers("grpc")
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers("services")
        .whereLayer("domain")
        .mayOnlyBeAccessedByLayers("grpc", "services", "store")
        .check(CLASSES);
  }

  @Test
  void onlyTheEdgeSpeaksTheProtocol() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".grpc")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.grpc..", "dev.clade.valuation.v1..", "dev.clade.lineage.v1..")
        .check(CLASSES);
  }

  @Test
  void onlyTheStoreSpeaksToTheDatabase() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".store")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.vertx.mutiny.sqlclient..", "org.hibernate..", "jakarta.persistence..")
        .check(CLASSES);
  }

  @Test
  void theDomainKnowsNoFramework() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".domain")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".domain",
            "dev.clade.valuation.game..",
            "dev.clade.runtime.error",
            "dev.clade.runtime.request",
            "com.google.protobuf",
            "com.google.common.collect",
            "com.google.common.hash",
            "java..")
        .check(CLASSES);
  }

  @Test
  void featuresDoNotCircle() {
    SlicesRuleDefinition.slices().matching(ROOT + ".(*)").should().beFreeOfCycles().check(CLASSES);
  }
}
