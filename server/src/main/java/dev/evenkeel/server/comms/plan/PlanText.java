package dev.evenkeel.server.comms.plan;

import dev.evenkeel.server.comms.draft.Audience;
import dev.evenkeel.server.comms.draft.Draft;
import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.draft.Spoken;
import dev.evenkeel.server.comms.draft.Words;
import dev.evenkeel.server.plan.Upgrade;
import java.util.Optional;

/** The plan of messages itself, as it is given to people: who is told what, when, by whom. */
public final class PlanText {
  private PlanText() {}

  static Draft of(Upgrade upgrade, MessagePlan plan, Optional<Window> window, Audience audience) {
    Words words = Words.of(audience.language());
    StringBuilder text = new StringBuilder(words.word("plan.intro")).append("\n\n");
    plan.messages().stream()
        .filter(one -> one.state() != Planned.State.SKIPPED)
        .forEach(one ->
            text.append(
                "- %s: %s; %s, %s\n"
                    .formatted(
                        words.word("occasion." + one.occasion().name()),
                        when(one, window, audience),
                        one.channel().orElse("–"),
                        one.owner())));
    plan.terms()
        .communicator()
        .ifPresent(name ->
            text.append('\n')
                .append(words.word("plan.beat").formatted(name, plan.terms().beat().toMinutes())));
    plan.terms()
        .speaker()
        .ifPresent(name -> text.append('\n').append(words.word("plan.speaker").formatted(name)));
    return new Draft(
        words.word("plan.title").formatted(upgrade.terms().title()), text.append('\n').toString());
  }

  private static String when(Planned one, Optional<Window> window, Audience audience) {
    return one.due(window)
        .filter(_ -> window.filter(Window::exact).isPresent())
        .map(at -> Spoken.at(at, audience))
        .orElseGet(() -> when(one, audience.language()));
  }

  /** Such as {@code 8 d before the window begins} or {@code when it has begun}. */
  public static String when(Planned one, Language language) {
    Words words = Words.of(language);
    String basis = words.word("basis." + one.basis().name());
    return !one.basis().isTime() || one.offset().isZero()
        ? words.word("basis.when").formatted(basis)
        : words
            .word(one.offset().isNegative() ? "basis.before" : "basis.after")
            .formatted(Spoken.length(one.offset().abs(), language), basis);
  }
}
