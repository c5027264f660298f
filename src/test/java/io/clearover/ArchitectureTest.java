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

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walls between the packages. */
class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.clearover");

    /** A package with those inside it; the explanations over REST are a room of their own, on a floor of their own. */
    private static final Pattern ROOM = Pattern.compile("^io\\.clearover\\.(?:explain\\.rest|\\w+)");

    private static final SliceAssignment ROOMS = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            Matcher room = ROOM.matcher(type.getPackageName());
            return room.find() ? SliceIdentifier.of(room.group()) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "rooms";
        }
    };

    @Test
    void packages_depend_on_each_other_without_cycles() {
        check(slices().assignedFrom(ROOMS).should().beFreeOfCycles());
    }

    @Test
    void dependencies_run_one_way() {
        check(layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("startup")
                .definedBy("..startup..", "..health..")
                .layer("operations")
                .definedBy("..failover..", "..rollback..")
                .layer("operation")
                .definedBy("io.clearover.operation..")
                .layer("vm")
                .definedBy("..vm..")
                .layer("summary")
                .definedBy("..summary..")
                .layer("live")
                .definedBy("io.clearover.live..")
                .layer("explanations over REST")
                .definedBy("io.clearover.explain.rest..")
                .layer("job")
                .definedBy("io.clearover.job..")
                .layer("foundations")
                .definedBy(
                        "..web..",
                        "..estimate..",
                        "..database..",
                        "io.clearover.explain",
                        "..explain.catalogue..",
                        "..explain.matching..",
                        "..guard..",
                        "..rawtext..",
                        "..platform..",
                        "..schema..")
                .whereLayer("startup")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("operations")
                .mayOnlyBeAccessedByLayers("startup")
                .whereLayer("operation")
                .mayOnlyBeAccessedByLayers("startup", "operations")
                .whereLayer("vm")
                .mayOnlyBeAccessedByLayers("operations", "operation")
                .whereLayer("summary")
                .mayOnlyBeAccessedByLayers("startup", "vm")
                .whereLayer("live")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("explanations over REST")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("job")
                .mayOnlyBeAccessedByLayers(
                        "operations", "operation", "vm", "summary", "explanations over REST", "live"));
    }

    @Test
    void explaining_knows_its_catalogue_and_its_matching_alone() {
        check(knowsOnly("io.clearover.explain", "io.clearover.explain.catalogue..", "io.clearover.explain.matching.."));
    }

    @Test
    void the_catalogue_knows_the_matching_and_raw_texts_alone() {
        check(knowsOnly(
                "io.clearover.explain.catalogue..", "io.clearover.explain.matching..", "io.clearover.rawtext.."));
    }

    @Test
    void matching_and_raw_texts_know_nothing_else_here() {
        check(knowsOnly("io.clearover.explain.matching.."));
        check(knowsOnly("io.clearover.rawtext.."));
    }

    @Test
    void the_guard_knows_raw_texts_what_is_said_instead_and_who_asks_alone() {
        check(knowsOnly(
                "io.clearover.guard..",
                "io.clearover.rawtext..",
                "io.clearover.explain",
                "io.clearover.explain.catalogue..",
                "io.clearover.web.."));
    }

    @Test
    void explanations_over_rest_know_no_operation() {
        check(knowsOnly(
                "io.clearover.explain.rest..",
                "io.clearover.explain",
                "io.clearover.explain.catalogue..",
                "io.clearover.explain.matching..",
                "io.clearover.rawtext..",
                "io.clearover.job..",
                "io.clearover.web..",
                "io.clearover.database.."));
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

    /** @param others the packages here that it may depend on, beside itself */
    private static ArchRule knowsOnly(String one, String... others) {
        String[] known = Stream.concat(Stream.of(one), Stream.of(others)).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(one)
                .should()
                .dependOnClassesThat(resideInAPackage("io.clearover..").and(resideOutsideOfPackages(known)));
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
