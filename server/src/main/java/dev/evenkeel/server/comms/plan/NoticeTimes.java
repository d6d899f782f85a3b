package dev.evenkeel.server.comms.plan;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.server.plan.ToldTimes;
import dev.evenkeel.server.plan.Upgrade;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When people were told that upgrades happen, as long as that counts. */
@Component
class NoticeTimes implements ToldTimes {
  private final AdvanceNotice notice;

  NoticeTimes(AdvanceNotice notice) {
    this.notice = notice;
  }

  @Override
  public Optional<Span> of(Upgrade upgrade) {
    return notice.told(upgrade).map(window -> new Span(window.start(), window.end()));
  }
}
