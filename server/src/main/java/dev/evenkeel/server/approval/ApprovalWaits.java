package dev.evenkeel.server.approval;

import dev.evenkeel.server.approval.store.LapseStore;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.TeamGate;
import dev.evenkeel.server.shared.Wait;
import dev.evenkeel.server.shared.Waiting;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What waits for somebody's agreement, and what somebody has to ask for again. */
@Component
class ApprovalWaits implements Waiting {
  private final Deciders deciders;
  private final LapseStore lapses;
  private final UpgradeBook upgrades;
  private final TeamGate teams;
  private final Clock clock;

  ApprovalWaits(
      Deciders deciders, LapseStore lapses, UpgradeBook upgrades, TeamGate teams, Clock clock) {
    this.deciders = deciders;
    this.lapses = lapses;
    this.upgrades = upgrades;
    this.teams = teams;
    this.clock = clock;
  }

  @Override
  public List<Wait> of(String person, Rights rights) {
    List<Wait> all = new ArrayList<>();
    if (rights.maySomewhere(Right.APPROVE)) {
      for (Standing one : deciders.undecidedFor(person)) {
        Request request = one.request();
        Upgrade upgrade = upgrades.get(request.upgrade());
        if (teams.against(rights, Right.APPROVE, upgrade.terms().systems()).isEmpty()
            && !deciders.of(one, List.of(person)).isEmpty()) {
          all.add(wait(Wait.Kind.APPROVAL, "approval/", request, upgrade));
        }
      }
    }
    for (Request request : lapses.lapsed(person, clock.instant())) {
      all.add(wait(Wait.Kind.ASK_AGAIN, "lapsed/", request, upgrades.get(request.upgrade())));
    }
    return all;
  }

  private static Wait wait(Wait.Kind kind, String key, Request request, Upgrade upgrade) {
    return new Wait(
        kind,
        key + request.id(),
        upgrade.terms().title(),
        "",
        Optional.of(request.until()),
        request.path());
  }
}
