package dev.evenkeel.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;

/** Whatever is done in somebody's name is told to the audit trail. */
@Tag("C90")
class AuditedTest {
  /** These take an actor, and change nothing. */
  private static final Set<String> CHANGE_NOTHING =
      Set.of(
          "ApprovalBook.behind",
          "CostDesk.wrote",
          "CostDesk.isOf",
          "RightsDesk.of",
          "TokenIssues.of",
          "DutyCheck.may",
          "DutyCheck.require",
          "RunStarting.requireRight",
          "SheetDuty.lets",
          "TaskLists.hats",
          "ReminderApi.own",
          "ReminderPage.page",
          "ReminderPage.person",
          "TaskFeedPage.page");

  @Test
  void every_method_of_a_service_that_takes_an_actor_leads_to_the_audit_trail() {
    JavaClasses ours =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.evenkeel.server");
    Set<String> silent = new TreeSet<>();
    for (JavaClass type : ours) {
      if (!type.isMetaAnnotatedWith(Component.class) || type.getPackageName().endsWith(".web")) {
        continue;
      }
      for (JavaMethod method : type.getMethods()) {
        String name = type.getSimpleName() + "." + method.getName();
        if (takesAnActor(method)
            && !CHANGE_NOTHING.contains(name)
            && !isTold(method, new HashSet<>())) {
          silent.add(name);
        }
      }
    }
    assertThat(silent)
        .as("publish shared.Auditable within the transaction of the change")
        .isEmpty();
  }

  /** It tells by itself, or everybody who calls it does. */
  private static boolean isTold(JavaCodeUnit unit, Set<JavaCodeUnit> seen) {
    if (leadsToTheTrail(unit)) {
      return true;
    }
    Set<JavaCodeUnit> callers = new HashSet<>();
    unit.getCallsOfSelf().forEach(call -> callers.add(call.getOrigin()));
    return seen.add(unit)
        && !callers.isEmpty()
        && callers.stream().allMatch(caller -> isTold(caller, seen));
  }

  private static boolean takesAnActor(JavaMethod method) {
    return !method.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PRIVATE)
        && method.getRawParameterTypes().stream()
            .anyMatch(type -> type.isEquivalentTo(Actor.class));
  }

  /** Follows all calls, also through interfaces that are implemented here. */
  private static boolean leadsToTheTrail(JavaCodeUnit from) {
    Set<JavaCodeUnit> seen = new HashSet<>();
    Deque<JavaCodeUnit> ahead = new ArrayDeque<>(Set.of(from));
    while (!ahead.isEmpty()) {
      JavaCodeUnit unit = ahead.pop();
      if (!seen.add(unit)) {
        continue;
      }
      if (unit.getOwner().isEquivalentTo(Auditable.class)) {
        return true;
      }
      if (unit instanceof JavaConstructor && unit != from) {
        continue;
      }
      unit.getCallsFromSelf()
          .forEach(call ->
              call.getTarget()
                  .resolveMember()
                  .filter(JavaCodeUnit.class::isInstance)
                  .map(JavaCodeUnit.class::cast)
                  .ifPresent(ahead::add));
      unit.getMethodReferencesFromSelf()
          .forEach(call -> call.getTarget().resolveMember().ifPresent(ahead::add));
    }
    return false;
  }
}
