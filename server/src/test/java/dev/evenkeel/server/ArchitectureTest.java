package dev.evenkeel.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** What keeps the parts apart. */
class ArchitectureTest {
  private static JavaClasses ours;

  @BeforeAll
  static void read() {
    ours =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.evenkeel");
  }

  @Test
  void modules_use_only_what_they_declare() {
    ApplicationModules.of(EvenkeelServer.class).verify();
  }

  @Test
  void time_comes_from_the_clock() {
    for (var type :
        List.of(
            Instant.class,
            LocalDate.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class)) {
      noClasses()
          .that()
          .resideInAPackage("dev.evenkeel.server..")
          .should()
          .callMethod(type, "now")
          .because("a test must be able to say what time it is: inject java.time.Clock")
          .check(ours);
    }
    noClasses()
        .that()
        .resideInAPackage("dev.evenkeel.server..")
        .and()
        .doNotBelongToAnyOf(EvenkeelServer.class)
        .should()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("the one clock is a bean of EvenkeelServer")
        .check(ours);
  }

  @Test
  void decisions_are_pure() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.evenkeel.server.execution.machine..",
            "dev.evenkeel.judge..",
            "dev.evenkeel.runbook..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..", "java.sql..", "javax.sql..", "java.net..", "org.slf4j..")
        .because("what decides has no clock, no database and no network")
        .check(ours);
    noClasses()
        .that()
        .resideInAnyPackage("dev.evenkeel.server.execution.machine..", "dev.evenkeel.judge..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.nio.file..")
        .because("what decides touches no file")
        .check(ours);
  }

  @Test
  void controllers_are_their_modules_own() {
    classes()
        .that()
        .areAnnotatedWith(org.springframework.stereotype.Controller.class)
        .or()
        .areAnnotatedWith(org.springframework.web.bind.annotation.RestController.class)
        .should()
        .bePackagePrivate()
        .because("pages and endpoints are reached over HTTP, not from other packages")
        .check(ours);
  }

  @Test
  void nothing_is_injected_into_fields() {
    GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(ours);
  }
}
