package dev.evenkeel.server.approval;

import dev.evenkeel.server.approval.store.DutyStore;
import dev.evenkeel.server.plan.Upgrade;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Who has to know what becomes of a request: those who asked, and those who may see to it. */
@Component
class Concerned {
  private final DutyStore duties;

  Concerned(DutyStore duties) {
    this.duties = duties;
  }

  /** Who asked, the owner of the upgrade, and the manager of the change. */
  Set<String> by(Upgrade upgrade, Standing standing) {
    Set<String> people = new TreeSet<>(standing.request().people());
    people.add(upgrade.terms().owner());
    duties.manager(upgrade.id()).ifPresent(people::add);
    return people;
  }
}
