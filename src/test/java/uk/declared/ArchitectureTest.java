package uk.declared;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** The rooms and the directions in which they may depend on one another. */
@AnalyzeClasses(packages = "uk.declared", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule roomsDependOnlyOnThoseBelow = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cli")
            .definedBy("uk.declared.cli..")
            .layer("web")
            .definedBy("uk.declared.web..")
            .layer("webhook")
            .definedBy("uk.declared.webhook..")
            .layer("publish")
            .definedBy("uk.declared.publish..")
            .layer("backup")
            .definedBy("uk.declared.backup..")
            .layer("night")
            .definedBy("uk.declared.night..")
            .layer("validation")
            .definedBy("uk.declared.validation..")
            .layer("submission")
            .definedBy("uk.declared.submission..")
            .layer("count")
            .definedBy("uk.declared.count..")
            .layer("reference")
            .definedBy("uk.declared.reference..")
            .layer("composition")
            .definedBy("uk.declared.composition..")
            .layer("record")
            .definedBy("uk.declared.record..")
            .layer("query")
            .definedBy("uk.declared.query..")
            .layer("release")
            .definedBy("uk.declared.release..")
            .layer("dump")
            .definedBy("uk.declared.dump..")
            .layer("export")
            .definedBy("uk.declared.export..")
            .layer("store")
            .definedBy("uk.declared.store..")
            .layer("geometry")
            .definedBy("uk.declared.geometry..")
            .layer("linkeddata")
            .definedBy("uk.declared.linkeddata..")
            .layer("election")
            .definedBy("uk.declared.election..")
            .layer("access")
            .definedBy("uk.declared.access..")
            .layer("ground")
            .definedBy("uk.declared.ground..")
            .layer("report")
            .definedBy("uk.declared.report..")
            .whereLayer("ground")
            .mayNotAccessAnyLayer()
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("web")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("webhook")
            .mayOnlyBeAccessedByLayers("cli", "web")
            .whereLayer("backup")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("publish")
            .mayOnlyBeAccessedByLayers("backup", "night", "release", "webhook", "cli", "web")
            .whereLayer("night")
            .mayOnlyBeAccessedByLayers("cli", "webhook", "web")
            .whereLayer("validation")
            .mayOnlyBeAccessedByLayers("publish", "cli", "web")
            .whereLayer("submission")
            .mayOnlyBeAccessedByLayers("validation", "export", "publish", "cli", "web")
            .whereLayer("count")
            .mayOnlyBeAccessedByLayers("submission", "publish", "cli", "web")
            .whereLayer("composition")
            .mayOnlyBeAccessedByLayers("publish", "night")
            .whereLayer("reference")
            .mayOnlyBeAccessedByLayers("submission", "validation", "composition", "publish", "cli", "web")
            .whereLayer("record")
            .mayOnlyBeAccessedByLayers("backup", "publish", "night", "release", "cli", "web")
            .whereLayer("access")
            .mayOnlyBeAccessedByLayers("publish", "webhook", "cli", "web")
            .whereLayer("query")
            .mayOnlyBeAccessedByLayers("cli", "web")
            .whereLayer("release")
            .mayOnlyBeAccessedByLayers("cli", "web")
            .whereLayer("dump")
            .mayOnlyBeAccessedByLayers("release", "cli", "web")
            .whereLayer("geometry")
            .mayOnlyBeAccessedByLayers("reference", "publish", "cli", "web")
            .whereLayer("export")
            .mayOnlyBeAccessedByLayers("cli", "web")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers(
                    "query", "dump", "release", "export", "reference", "publish", "night", "cli", "web");

    @ArchTest
    static final ArchRule noRoomDependsOnItself =
            slices().matching("uk.declared.(*)..").should().beFreeOfCycles();

    /** Looks inside rooms too: a room's sub-rooms, and the room's own classes, are places of their own. */
    @ArchTest
    static final ArchRule noPlaceWithinARoomDependsOnItself =
            slices().matching("uk.declared.(**)").should().beFreeOfCycles();

    @ArchTest
    static void noTwoClassesHaveOneName(JavaClasses imported) {
        Map<String, List<JavaClass>> named = imported.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getSimpleName));
        named.values().removeIf(types -> types.size() == 1);
        assertThat(named).isEmpty();
    }

    @ArchTest
    static final ArchRule theDomainKnowsNoRdfAndNoHttp = noClasses()
            .that()
            .resideInAnyPackage("uk.declared.election..", "uk.declared.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.jena..", "org.eclipse.rdf4j..", "org.springframework..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule countingKnowsTheDomainAlone = noClasses()
            .that()
            .resideInAPackage("uk.declared.count..")
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("uk.declared..")
                    .and(DescribedPredicate.not(
                            JavaClass.Predicates.resideInAnyPackage("uk.declared.count..", "uk.declared.election.."))));

    @ArchTest
    static final ArchRule onlyTheWebAndTheCommandLineKnowSpring = noClasses()
            .that()
            .resideOutsideOfPackages("uk.declared.web..", "uk.declared.cli..")
            .should()
            // How secrets are hashed is a library of its own, which happens to be Spring's.
            .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage("org.springframework..", "jakarta.servlet..")
                    .and(DescribedPredicate.not(
                            JavaClass.Predicates.resideInAPackage("org.springframework.security.crypto.."))));

    @ArchTest
    static final ArchRule rioStaysInLinkedData = noClasses()
            .that()
            .resideOutsideOfPackage("uk.declared.linkeddata..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.rdf4j..");

    @ArchTest
    static void everyRoomSaysWhatItIsForAndIsNullMarked(JavaClasses imported) {
        Set<String> rooms = imported.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals("uk.declared"))
                .collect(Collectors.toSet());
        ArchCondition<JavaClass> isNullMarked = new ArchCondition<>("be in a @NullMarked room") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(item, marked, item.getPackageName()));
            }
        };
        classes()
                .that()
                .resideInAnyPackage(rooms.toArray(String[]::new))
                .should(isNullMarked)
                .check(imported);
    }
}
