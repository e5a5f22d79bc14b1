package dev.clade.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between the packages: grpc, then features, then store, then plain Java. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.clade.ingest");

  private static final String[] FEATURES = {
    "dev.clade.ingest.catalogue..",
    "dev.clade.ingest.feed..",
    "dev.clade.ingest.hub..",
    "dev.clade.ingest.imports..",
    "dev.clade.ingest.upload.."
  };

  @Test
  void onlyTheGrpcPackageKnowsTheProtocol() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.clade.ingest.grpc..", "dev.clade.ingest.v1..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.grpc..",
            "com.google.longrunning..",
            "dev.clade.ingest.grpc..",
            "dev.clade.ingest.v1..")
        .check(CLASSES);
  }

  @Test
  void theStoreKnowsNoFeature() {
    noClasses()
        .that()
        .resideInAPackage("dev.clade.ingest.store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(FEATURES)
        .check(CLASSES);
  }

  @Test
  void onlyTheStoreKnowsTheDatabase() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.clade.ingest.grpc..", "dev.clade.ingest.catalogue..", "dev.clade.ingest.feed..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..",
            "javax.sql..",
            "org.hibernate..",
            "org.postgresql..",
            "io.vertx.mutiny.sqlclient..")
        .check(CLASSES);
  }

  @Test
  void artifactsAndFormatsArePlainJava() {
    classes()
        .that()
        .resideInAnyPackage("dev.clade.ingest.artifact..", "dev.clade.ingest.format..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "com.google.common.io..",
            "com.fasterxml.jackson.core..",
            "org.duckdb..",
            "dev.clade.ingest.artifact..",
            "dev.clade.ingest.format..")
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCircles() {
    slices().matching("dev.clade.ingest.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
