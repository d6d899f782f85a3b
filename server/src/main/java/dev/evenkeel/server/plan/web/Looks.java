package dev.evenkeel.server.plan.web;

import dev.evenkeel.server.plan.FactBook;
import dev.evenkeel.server.plan.Lifecycle;
import dev.evenkeel.server.plan.StartObjection;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeAspect;
import dev.evenkeel.server.plan.UpgradeAspect.Answer;
import dev.evenkeel.server.plan.UpgradeAspect.Blocker;
import dev.evenkeel.server.plan.UpgradeAspect.Look;
import dev.evenkeel.server.shared.Obstacle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Everything that is known of an upgrade, from all who know something. */
@Component
class Looks {
  private final FactBook facts;
  private final List<StartObjection> objections;
  private final List<UpgradeAspect> aspects;

  Looks(
      FactBook facts,
      ObjectProvider<StartObjection> objections,
      ObjectProvider<UpgradeAspect> aspects) {
    this.facts = facts;
    this.objections = objections.orderedStream().toList();
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
        : new Look(answers, told(upgrade, blockers));
  }

  /** What stops a start comes first; what stops it and nobody told of is told here. */
  private List<Blocker> told(Upgrade upgrade, List<Blocker> blockers) {
    String here = "/upgrades/%s/".formatted(upgrade.id());
    Map<String, Obstacle> stopping = new LinkedHashMap<>();
    objections.stream()
        .flatMap(one -> one.against(upgrade).stream())
        .forEach(one ->
            one.by().path().ifPresent(path -> stopping.putIfAbsent(path.replace(here, ""), one)));
    List<Blocker> told = new ArrayList<>();
    blockers.stream()
        .filter(one -> stopping.containsKey(one.path()))
        .map(Blocker::thatStops)
        .forEach(told::add);
    stopping.forEach((path, one) -> {
      if (told.stream().noneMatch(there -> there.path().equals(path))) {
        told.add(new Blocker(one.brief(), one.by().who(), path, true));
      }
    });
    blockers.stream().filter(one -> !stopping.containsKey(one.path())).forEach(told::add);
    return told;
  }

  private static List<Blocker> own(Upgrade upgrade) {
    return upgrade.terms().goLive().isPresent()
        ? List.of()
        : List.of(
            new Blocker("Nobody has said when it happens.", "Give it a day of go-live.", "edit"));
  }
}
