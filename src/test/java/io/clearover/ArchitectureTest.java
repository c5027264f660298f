package io.clearover;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

/** The walls between the packages. */
class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.clearover");

    @Test
    void packages_depend_on_each_other_without_cycles() {
        check(slices().matching("io.clearover.(*)..").should().beFreeOfCycles());
    }

    @Test
    void dependencies_run_one_way() {
        check(layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("startup")
                .definedBy("..startup..", "..health..")
                .layer("operations")
                .definedBy("..failover..", "..rollback..", "..summary..")
                .layer("operation")
                .definedBy("io.clearover.operation..")
                .layer("vm")
                .definedBy("..vm..")
                .layer("live")
                .definedBy("io.clearover.live..")
                .layer("explanation")
                .definedBy("io.clearover.explanation..")
                .layer("job")
                .definedBy("io.clearover.job..")
                .layer("foundations")
                .definedBy("..web..", "..estimate..", "..database..", "..explain..", "..platform..", "..schema..")
                .whereLayer("startup")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("operations")
                .mayOnlyBeAccessedByLayers("startup")
                .whereLayer("operation")
                .mayOnlyBeAccessedByLayers("startup", "operations")
                .whereLayer("vm")
                .mayOnlyBeAccessedByLayers("operations", "operation")
                .whereLayer("live")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("explanation")
                .mayOnlyBeAccessedByLayers("live")
                .whereLayer("job")
                .mayOnlyBeAccessedByLayers("operations", "operation", "vm", "explanation", "live"));
    }

    @Test
    void explaining_depends_on_nothing_else_here() {
        check(noClasses()
                .that()
                .resideInAPackage("io.clearover.explain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.clearover.web..",
                        "io.clearover.database..",
                        "io.clearover.job..",
                        "io.clearover.vm..",
                        "io.clearover.explanation..",
                        "io.clearover.platform..",
                        "io.clearover.schema.."));
    }

    @Test
    void adapters_are_known_only_to_their_port() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.clearover.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.clearover.platform.(*).."));
    }

    @Test
    void adapters_do_not_know_each_other() {
        check(slices().matching("io.clearover.platform.(cloudstack|vma|driver|appliance)..")
                .should()
                .notDependOnEachOther());
    }

    @Test
    void jobs_do_not_know_how_they_are_shown() {
        check(noClasses()
                .that()
                .resideInAPackage("io.clearover.job")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.clearover.job.view..", "io.clearover.estimate.."));
    }

    @Test
    void the_engine_knows_no_summary() {
        check(noClasses()
                .that()
                .resideInAPackage("io.clearover.operation..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.clearover.summary.."));
    }

    @Test
    void rollback_does_not_know_failover() {
        check(noClasses()
                .that()
                .resideInAPackage("io.clearover.rollback..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.clearover.failover.."));
    }

    @Test
    void the_edge_stands_alone() {
        check(noClasses()
                .that()
                .resideInAPackage("io.clearover.edge..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.clearover..").and(resideOutsideOfPackage("io.clearover.edge.."))));
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.clearover.edge..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.clearover.edge.."));
    }

    @Test
    void signing_in_knows_no_feature() {
        check(noClasses()
                .that()
                .resideInAPackage("io.clearover.signin..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.clearover..")
                        .and(resideOutsideOfPackages("io.clearover.signin..", "io.clearover.web.."))));
    }

    @Test
    void every_resource_method_says_who_may_call_it() {
        check(methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .and()
                .arePublic()
                .should()
                .beAnnotatedWith(RolesAllowed.class));
    }

    @Test
    void resources_are_named_so() {
        check(classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource"));
    }

    @Test
    void nothing_prints_past_the_log() {
        check(NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
