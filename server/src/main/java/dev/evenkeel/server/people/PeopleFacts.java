package dev.evenkeel.server.people;

import dev.evenkeel.server.people.store.AnswerStore;
import dev.evenkeel.server.plan.Fact;
import dev.evenkeel.server.plan.FactSource;
import dev.evenkeel.server.plan.Upgrade;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What people of the team said, and when its kick-off is. */
@Component
class PeopleFacts implements FactSource {
  private final TeamBook book;
  private final AnswerStore answers;

  PeopleFacts(TeamBook book, AnswerStore answers) {
    this.book = book;
    this.answers = answers;
  }

  @Override
  public Stream<Fact> ofTheWay(Upgrade upgrade) {
    return Stream.empty();
  }

  @Override
  public Stream<Fact> of(Upgrade upgrade) {
    String path = "/upgrades/%s/%s".formatted(upgrade.id(), PeopleAspect.PATH);
    return Stream.concat(
        answers.of(upgrade.id()).stream().map(one -> fact(one, path)),
        kickOff(upgrade, path).stream());
  }

  private Optional<Fact> kickOff(Upgrade upgrade, String path) {
    KickOff kickOff = book.sheet(upgrade.id(), Part.KICK_OFF).sheet();
    return kickOff
        .from()
        .map(from ->
            new Fact(
                "kick-off-set",
                Optional.empty(),
                Optional.empty(),
                "The kick-off is on %s%s."
                    .formatted(kickOff.words(), kickOff.place().map(", %s"::formatted).orElse("")),
                path,
                true));
  }

  private static Fact fact(Answer answer, String path) {
    return new Fact(
        "team-" + answer.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        Optional.of(answer.at()),
        Optional.of(answer.by().name()),
        answer
                .person()
                .map(who -> "%s %s".formatted(who, answer.kind().says()))
                .orElse("The chart of duties was given out")
            + answer.note().map(": %s"::formatted).orElse("."),
        path,
        answer.kind() != Answer.Kind.NOT_AVAILABLE);
  }
}
