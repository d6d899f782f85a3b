package dev.evenkeel.server.comms.plan;

import dev.evenkeel.server.shared.Moments;
import java.time.Instant;
import java.util.Optional;

/**
 * What is wrong with what people were told ahead. No clock and no database: the same plan and the
 * same moment give the same.
 *
 * @param word for a badge
 * @param says a sentence
 * @param wayOut another one
 */
record NoticeFault(String word, String says, String wayOut) {
  private static final String AGAIN =
      "Add an advance notice with the new time to the plan of messages and send it, or skip it with a reason.";

  /** What counts of a plan and of what happened. */
  record Case(
      MessagePlan plan,
      Optional<Told> told,
      Optional<Instant> lastInVain,
      Optional<Window> planned) {

    /** That they were told last; empty when somebody skipped a later notice, and answers for it. */
    Optional<Told> stands() {
      return told.filter(one -> plan.answeredForNotice().filter(one.at()::isBefore).isEmpty());
    }
  }

  /** What is wrong whenever it begins. */
  static Optional<NoticeFault> of(Case one, Instant now) {
    Optional<Instant> answered = one.plan().answeredForNotice();
    if (answered.isEmpty()) {
      return Optional.of(
          new NoticeFault(
              "not sent",
              "No advance notice was sent; it is due at least a week before.",
              "Send it now, or skip it with a reason."));
    }
    return one.lastInVain()
        .filter(answered.get()::isBefore)
        .map(ended ->
            new NoticeFault(
                "of the last try",
                "A run in production did not end well on %s, and nobody was told of another one since."
                    .formatted(Moments.at(ended)),
                AGAIN))
        .or(() -> ofAnotherWindow(one, now));
  }

  /** What has its time behind it is not compared: it may be under way. */
  private static Optional<NoticeFault> ofAnotherWindow(Case one, Instant now) {
    return one.planned()
        .filter(planned -> planned.start().isAfter(now))
        .flatMap(planned ->
            one.stands()
                .filter(told -> isOutside(told.window(), planned.start()))
                .map(told ->
                    new NoticeFault(
                        "of another time",
                        "People were told of %s; it is planned for %s now."
                            .formatted(words(told.window()), words(planned)),
                        AGAIN)));
  }

  /** What is wrong when it begins at a moment. */
  static Optional<NoticeFault> at(Case one, Instant moment) {
    return one.stands()
        .filter(told -> isOutside(told.window(), moment))
        .map(told ->
            new NoticeFault(
                "of another time",
                "People were told of %s, and it is %s."
                    .formatted(words(told.window()), Moments.at(moment)),
                AGAIN));
  }

  private static boolean isOutside(Window told, Instant moment) {
    return moment.isBefore(told.start()) || !moment.isBefore(told.end());
  }

  private static String words(Window window) {
    return Moments.span(window.start(), window.end());
  }
}
