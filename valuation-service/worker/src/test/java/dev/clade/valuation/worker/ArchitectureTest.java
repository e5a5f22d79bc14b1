package dev.clade.valuation.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which package may use which. */
class ArchitectureTest {
  private static final String ROOT = "dev.clade.valuation.worker";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void nothingPointsBack() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("command")
        .definedBy(ROOT)
        .layer("grpc")
        .definedBy(ROOT + ".grpc")
        .layer("lease")
        .definedBy(ROOT + ".lease")
        .layer("evaluation")
        .definedBy(ROOT + ".evaluation", ROOT + ".embedding")
        .layer("questioning")
        .definedBy(ROOT + ".attribution", ROOT + ".membership")
        .layer("measuring")
        .definedBy(ROOT + ".reference", ROOT + ".metric")
        .layer("training")
        .definedBy(ROOT + ".diffusion", ROOT + ".contrastive..")
        .layer("speed")
        .definedBy(ROOT + ".speed")
        .whereLayer("command")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("grpc")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("lease")
        .mayOnlyBeAccessedByLayers("command", "grpc")
        .whereLayer("evaluation")
        .mayOnlyBeAccessedByLayers("command", "grpc", "lease")
        .whereLayer("questioning")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("measuring")
        .mayOnlyBeAccessedByLayers("evaluation", "lease")
        .whereLayer("training")
        .mayOnlyBeAccessedByLayers("grpc", "lease", "evaluation", "questioning", "speed")
        .whereLayer("speed")
        .mayNotBeAccessedByAnyLayer()
        .check(classes);
  }

  @Test
  void onlyTheEdgeKnowsGrpc() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT, ROOT + ".grpc")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.grpc..", "dev.clade.valuation.v1..")
        .check(classes);
  }

  @Test
  void metricsKnowNumbersOnly() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".metric")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.bytedeco..", ROOT + ".tensor..")
        .check(classes);
  }
}
