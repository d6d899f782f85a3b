package dev.evenkeel.server.risk.web;

import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.CapacityDesk;
import dev.evenkeel.server.risk.reckon.CapacityCheck;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Has the numbers of a capacity sheet read now. */
@Controller
@Needs(value = Right.PLAN, duty = true)
class CapacityReadings {
  private final CapacityDesk capacity;
  private final UpgradeBook upgrades;

  CapacityReadings(CapacityDesk capacity, UpgradeBook upgrades) {
    this.capacity = capacity;
    this.upgrades = upgrades;
  }

  @PostMapping("/upgrades/{id}/capacity/read")
  String page(@PathVariable UpgradeId id, Actor actor) {
    capacity.readNow(upgrades.get(id).id(), actor);
    return "redirect:/upgrades/%s/capacity".formatted(id);
  }

  @PostMapping("/api/upgrades/{id}/capacity/read")
  @ResponseBody
  CapacityCheck api(@PathVariable UpgradeId id, Actor actor) {
    return capacity.readNow(upgrades.get(id).id(), actor);
  }
}
