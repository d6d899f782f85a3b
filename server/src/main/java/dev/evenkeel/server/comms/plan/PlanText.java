package dev.evenkeel.server.comms.plan;

import dev.evenkeel.server.comms.draft.Audience;
import dev.evenkeel.server.comms.draft.AudienceClass;
import dev.evenkeel.server.comms.draft.Draft;
import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.draft.Occasion;
import dev.evenkeel.server.comms.draft.Spoken;
import dev.evenkeel.server.comms.draft.Words;
import dev.evenkeel.server.plan.Upgrade;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The plan of messages itself, as it is given to people: who is told what, when, by whom. */
public final class PlanText {
  private PlanText() {}

  /**
   * As those read it who get a message. Users are told what comes to them and on which day: no
   * names of people and channels, and nothing of what others are told.
   */
  static Draft of(
      Upgrade upgrade,
      MessagePlan plan,
      Planned given,
      Optional<Window> window,
      Audience audience) {
    boolean users = audience.detail() == AudienceClass.USERS;
    Words words = Words.of(audience.language());
    StringBuilder text = new StringBuilder(words.word("plan.intro")).append("\n\n");
    List<Planned> theirs =
        plan.messages().stream()
            .filter(one -> one.state() != Planned.State.SKIPPED)
            .filter(one -> !users || reaches(one, given))
            .toList();
    for (Planned one : theirs) {
      String what = words.word("occasion." + one.occasion().name());
      String when = when(one, upgrade, window, audience);
      text.append(
          users
              ? "- %s: %s\n".formatted(what, when)
              : "- %s: %s; %s, %s\n".formatted(what, when, one.channel().orElse("–"), one.owner()));
    }
    if (users) {
      if (theirs.stream().anyMatch(one -> one.occasion() == Occasion.START)) {
        text.append('\n')
            .append(words.word("plan.beat.users").formatted(plan.terms().beat().toMinutes()));
      }
    } else {
      names(plan, words, text);
    }
    return new Draft(
        words.word("plan.title").formatted(upgrade.terms().title()), text.append('\n').toString());
  }

  private static void names(MessagePlan plan, Words words, StringBuilder text) {
    plan.terms()
        .communicator()
        .ifPresent(name ->
            text.append('\n')
                .append(words.word("plan.beat").formatted(name, plan.terms().beat().toMinutes())));
    plan.terms()
        .speaker()
        .ifPresent(name -> text.append('\n').append(words.word("plan.speaker").formatted(name)));
  }

  /** Whether it comes to the same users. */
  private static boolean reaches(Planned one, Planned given) {
    return one.detail() == AudienceClass.USERS && one.channel().equals(given.channel());
  }

  /** The day it was sent; else the hour where it is known, the day, or how it is reckoned. */
  private static String when(
      Planned one, Upgrade upgrade, Optional<Window> window, Audience audience) {
    if (one.state() == Planned.State.SENT && one.at().isPresent()) {
      return Words.of(audience.language())
          .word("plan.sent")
          .formatted(
              Spoken.day(
                  LocalDate.ofInstant(one.at().get(), audience.zone()), audience.language()));
    }
    Optional<Instant> due = one.due(window);
    if (due.isEmpty()) {
      return when(one, audience.language());
    }
    return window.filter(Window::exact).isPresent()
        ? Spoken.at(due.get(), audience)
        : Spoken.day(
            upgrade
                .terms()
                .goLive()
                .map(day -> day.plusDays(one.offset().toDays()))
                .orElseGet(() -> LocalDate.ofInstant(due.get(), audience.zone())),
            audience.language());
  }

  /** Such as {@code 8 days before the window begins} or {@code when it has begun}. */
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
