package dev.evenkeel.server.plan.web;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeFrame;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The list of upgrades, and what is to be known of one at a glance. */
@Controller
@RequestMapping("/upgrades")
@Needs(Right.VIEW)
class UpgradesPage {
  private static final int ROWS = 500;

  private final UpgradeBook book;
  private final UpgradeFrame frame;
  private final Looks looks;
  private final Clock clock;

  UpgradesPage(UpgradeBook book, UpgradeFrame frame, Looks looks, Clock clock) {
    this.book = book;
    this.frame = frame;
    this.looks = looks;
    this.clock = clock;
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute("upgrades", book.list(ROWS));
    return "plan/upgrades";
  }

  @GetMapping("/{id:\\d+}")
  String one(@PathVariable UpgradeId id, Model model) {
    Upgrade upgrade = book.get(id);
    frame.around(upgrade, "", model);
    model.addAttribute("look", looks.at(upgrade));
    upgrade
        .terms()
        .goLive()
        .ifPresent(
            day -> model.addAttribute("days", ChronoUnit.DAYS.between(LocalDate.now(clock), day)));
    return "plan/upgrade";
  }
}
