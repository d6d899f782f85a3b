package dev.evenkeel.server.comms.plan;

import dev.evenkeel.server.comms.draft.Audience;
import dev.evenkeel.server.comms.draft.AudienceClass;
import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.draft.Spoken;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.ChapterSource;
import dev.evenkeel.server.plan.Heading;
import dev.evenkeel.server.plan.Passage;
import dev.evenkeel.server.plan.Passage.Table;
import dev.evenkeel.server.plan.Upgrade;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who is told what, and when, for the documents. */
@Component
@Order(50)
class MessagePassages implements ChapterSource {
  private final MessageDesk desk;
  private final UpgradeWindows windows;
  private final EstateBook estate;

  MessagePassages(MessageDesk desk, UpgradeWindows windows, EstateBook estate) {
    this.desk = desk;
    this.estate = estate;
    this.windows = windows;
  }

  @Override
  public Stream<Passage> of(Upgrade upgrade) {
    MessagePlan plan = desk.of(upgrade);
    Optional<Window> window = windows.of(upgrade);
    var zone = plan.terms().zone().orElseGet(() -> windows.zone(upgrade));
    var reader = new Audience(AudienceClass.TECHNICAL, Language.EN, zone);
    String path = "/upgrades/%s/messages".formatted(upgrade.id());
    return Stream.of(
        new Passage(
            Heading.MESSAGES,
            new Table(
                plan.version() == 0 ? "Plan of messages, proposed" : "Plan of messages",
                List.of("Message", "When", "For", "Channel", "Who writes", "State"),
                plan.messages().stream().map(one -> row(one, window, reader)).toList())),
        Passage.said(
            Heading.MESSAGES,
            "While it runs",
            plan.terms()
                .live()
                .map(channel ->
                    "%s writes every %d minutes on %s."
                        .formatted(
                            plan.terms()
                                .communicator()
                                .map(estate::called)
                                .orElse("Evenkeel alone"),
                            plan.terms().beat().toMinutes(),
                            channel)),
            path),
        Passage.said(
            Heading.MESSAGES,
            "Who speaks to customers in a crisis",
            plan.terms().speaker().map(estate::called),
            path));
  }

  private List<String> row(Planned one, Optional<Window> window, Audience reader) {
    String when = PlanText.when(one, Language.EN);
    return List.of(
        one.occasion().label(),
        one.due(window)
            .filter(_ -> window.filter(Window::exact).isPresent())
            .map(at -> "%s: %s".formatted(when, Spoken.at(at, reader)))
            .orElse(when),
        one.detail().people(),
        one.channel().orElse("not chosen"),
        estate.called(one.owner()),
        one.isOvertaken() ? "overtaken" : one.state().name().toLowerCase(Locale.ROOT));
  }
}
