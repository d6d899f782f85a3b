package dev.evenkeel.server.execution.web;

import java.time.Clock;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What all pages of runs know. */
@ControllerAdvice(
    assignableTypes = {
      RunPage.class,
      RunListPage.class,
      RunLogPage.class,
      RunStepPage.class,
      NewRunPage.class,
      ScheduleUpdatePage.class,
      OverridesPage.class,
      UpgradeRunsPage.class
    })
class PageFacts {
  private static final Looks LOOKS = new Looks();

  private final Clock clock;

  PageFacts(Clock clock) {
    this.clock = clock;
  }

  @ModelAttribute("times")
  Times times() {
    return new Times(clock.instant());
  }

  @ModelAttribute("looks")
  Looks looks() {
    return LOOKS;
  }
}
