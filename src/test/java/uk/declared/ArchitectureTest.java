package uk.declared;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;

/** The rooms and the directions in which they may depend on one another. */
@AnalyzeClasses(packages = "uk.declared", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** The rooms from the top down, as CONTRIBUTING.md draws them; those of one line know nothing of one another. */
    private static final List<String> STOREYS = List.of(
            "cli",
            "web",
            "webhook",
            "night release backup topic",
            "deployment",
            "imports",
            "upkeep draft",
            "publish",
            "history",
            "projection",
            "folder",
            "validation composition export query dump receipt",
            "submission",
            "count reference",
            "record store access geometry postcode",
            "linkeddata",
            "format",
            "election",
            "report",
            "ground");

    @ArchTest
    static void roomsDependOnlyOnThoseBelow(JavaClasses imported) {
        assertThat(imported.stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(each -> !storey(each.getOriginClass()).equals(OptionalInt.empty()))
                        .filter(each -> !room(each.getOriginClass()).equals(room(each.getTargetClass())))
                        .filter(each -> storey(each.getTargetClass()).orElse(STOREYS.size())
                                <= storey(each.getOriginClass()).orElseThrow())
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    @ArchTest
    static void everyRoomHasItsStorey(JavaClasses imported) {
        assertThat(imported.stream()
                        .filter(type -> !type.getPackageName().equals("uk.declared"))
                        .filter(type -> storey(type).isEmpty())
                        .map(JavaClass::getPackageName)
                        .distinct())
                .isEmpty();
    }

    private static OptionalInt storey(JavaClass type) {
        return IntStream.range(0, STOREYS.size())
                .filter(i -> List.of(STOREYS.get(i).split(" ")).contains(room(type)))
                .findFirst();
    }

    /** The room that a class is in; empty for classes of libraries. */
    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith("uk.declared.") ? name.split("\\.")[2] : "";
    }

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
            .and()
            // A rule's texts stand with its shape, in Turtle.
            .haveNameNotMatching("uk\\.declared\\.report\\.FamilyTexts.*")
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
            // How secrets are hashed, and how Kafka is spoken to, are libraries of their own, which happen to be
            // Spring's.
            .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage("org.springframework..", "jakarta.servlet..")
                    .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(
                            "org.springframework.security.crypto..", "org.springframework.kafka.."))));

    @ArchTest
    static final ArchRule kafkaStaysInItsRoom = noClasses()
            .that()
            .resideOutsideOfPackage("uk.declared.topic..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..");

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
