package io.clearover;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The walls between the packages. */
class ArchitectureTest {

    private static final String ROOT = "io.clearover.";

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.clearover");

    /** Each package with those of this project that it may depend on, as its package-info says. */
    private static final Map<String, Set<String>> MAY_DEPEND_ON = table(
            """
            edge                :
            launcher            :
            schema              :
            rawtext             :
            database            : rawtext
            web                 : database
            signin              : web
            estimate            : database
            explain.matching    :
            explain.facts       :
            explain.catalogue   : explain.facts explain.matching rawtext
            explain             : explain.catalogue explain.facts explain.matching rawtext
            guard               : explain rawtext web
            platform            :
            platform.http       : platform
            platform.cloudstack : platform platform.http
            platform.vma        : platform platform.http
            platform.driver     : platform platform.http
            platform.appliance  : platform
            job                 : database explain.catalogue rawtext
            job.view            : database estimate explain explain.catalogue explain.facts job rawtext
            job.rest            : guard job job.view web
            explain.rest        : database explain explain.catalogue explain.matching job job.view rawtext web
            live                : database explain guard job job.view web
            vm                  : database job platform summary
            vm.rest             : database job job.view summary vm web
            operation           : database job job.view platform rawtext vm
            operation.rest      : job operation vm web
            rollback            : job operation rollback.step vm
            rollback.rest       : job operation operation.rest rollback web
            rollback.step       : job operation platform rollback vm
            diagnosis.rest      : diagnosis explain explain.catalogue job job.view web
            diagnosis           : database explain explain.facts job job.view operation platform rawtext vm
            failover            : explain.catalogue failover.step job job.view operation platform rollback vm
            failover.step       : diagnosis failover failover.preflight job operation platform vm
            failover.preflight  : diagnosis explain explain.catalogue explain.facts job job.view operation rawtext vm
            failover.rest       : explain failover failover.preflight job operation operation.rest web
            summary             : database explain explain.catalogue job
            compat              : database explain explain.catalogue job job.view platform rawtext vm
            compat.rest         : compat explain explain.catalogue failover job job.view operation operation.rest platform rollback vm vm.rest web
            health              : guard platform
            watch               : database explain.catalogue job job.view summary
            startup             : explain failover operation schema summary watch
            """);

    private static Map<String, Set<String>> table(String lines) {
        return lines.lines()
                .map(line -> line.split(":", 2))
                .collect(Collectors.toMap(
                        row -> row[0].strip(),
                        row -> Set.copyOf(Arrays.asList(row[1].strip().split(" +")))));
    }

    /** What runs operations and what it knows: all but the {@code rest} of them. */
    private static final String[] SPEAK_NO_HTTP = MAY_DEPEND_ON.keySet().stream()
            .filter(name ->
                    name.matches("(job|vm|operation|diagnosis|failover|rollback|platform|summary|watch|database)\\b.*"))
            .filter(name -> !name.endsWith(".rest") && !name.equals("platform.http"))
            .map(ROOT::concat)
            .toArray(String[]::new);

    /** A package with those inside it; what answers over REST is a room of its own, on a floor of its own. */
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
    void every_package_says_what_it_may_depend_on() {
        assertThat(CLASSES.stream().map(ArchitectureTest::packageOf).collect(Collectors.toSet()))
                .isEqualTo(MAY_DEPEND_ON.keySet());
    }

    @Test
    void packages_depend_on_what_they_say_alone() {
        assertThat(CLASSES.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream()))
                .filteredOn(ArchitectureTest::isUndeclared)
                .extracting(Dependency::getDescription)
                .isEmpty();
    }

    private static boolean isUndeclared(Dependency dependency) {
        if (!dependency.getTargetClass().getPackageName().startsWith(ROOT)) {
            return false;
        }
        String from = packageOf(dependency.getOriginClass());
        String on = packageOf(dependency.getTargetClass());
        return !on.equals(from) && !MAY_DEPEND_ON.get(from).contains(on);
    }

    private static String packageOf(JavaClass type) {
        return type.getPackageName().substring(ROOT.length());
    }

    @Test
    void what_runs_operations_and_what_it_knows_speaks_no_http() {
        check(noClasses()
                .that()
                .resideInAnyPackage(SPEAK_NO_HTTP)
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..", ROOT + "web")));
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
