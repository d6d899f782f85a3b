package dev.evenkeel.server.plan.web;

import dev.evenkeel.server.plan.FactBook;
import dev.evenkeel.server.plan.Lifecycle;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeAspect;
import dev.evenkeel.server.plan.UpgradeAspect.Answer;
import dev.evenkeel.server.plan.UpgradeAspect.Blocker;
import dev.evenkeel.server.plan.UpgradeAspect.Look;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Everything that is known of an upgrade, from all who know something. */
@Component
class Looks {
  private final FactBook facts;
  private final List<UpgradeAspect> aspects;

  Looks(FactBook facts, ObjectProvider<UpgradeAspect> aspects) {
    this.facts = facts;
    this.aspects = aspects.orderedStream().toList();
  }

  /** What is over is blocked by nothing; of what was carried out, something may be left to do. */
  Look at(Upgrade upgrade) {
    List<Answer> answers = new ArrayList<>();
    List<Blocker> blockers = new ArrayList<>(own(upgrade));
    for (UpgradeAspect aspect : aspects) {
      Look look = aspect.look(upgrade);
      answers.addAll(look.answers());
      blockers.addAll(look.blockers());
    }
    if (upgrade.isOver()) {
      return new Look(answers, List.of());
    }
    return facts.lifecycle(upgrade).stage() == Lifecycle.Stage.STABILISING
        ? new Look(
            answers, aspects.stream().flatMap(aspect -> aspect.left(upgrade).stream()).toList())
        : new Look(answers, blockers);
  }

  private static List<Blocker> own(Upgrade upgrade) {
    return upgrade.terms().goLive().isPresent()
        ? List.of()
        : List.of(
            new Blocker("Nobody has said when it happens.", "Give it a day of go-live.", "edit"));
  }
}
